//! Links out of the checker.

use yew::prelude::*;

use crate::app::use_checker;
use crate::copy::text;

/// The properties of an [`ExternalLink`].
#[derive(PartialEq, Properties)]
pub struct ExternalLinkProps {
    /// The address that the link leads to.
    pub href: &'static str,
    /// The link shows this.
    pub children: Html,
}

/// A link out of the checker. It leads to a new tab, and says so, where the page around the checker wants that.
#[component]
pub fn ExternalLink(props: &ExternalLinkProps) -> Html {
    let opens_new_tab = use_checker().options.opens_new_tabs;
    html! {
        <a href={props.href} rel="noreferrer noopener" target={opens_new_tab.then_some("_blank")}>
            { props.children.clone() }
            if opens_new_tab {
                { " " }
                { text("link.new-tab") }
            }
        </a>
    }
}

/// Shows a link out of the checker.
pub fn external_link(href: &'static str, children: Html) -> Html {
    html! { <ExternalLink {href}>{ children }</ExternalLink> }
}

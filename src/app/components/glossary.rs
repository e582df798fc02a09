//! What the words of the field mean that stand in a part of a page: one tap away, and no more than stand there.

use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::details;
use crate::app::markup::{all, english, link, say, tag, words, wrap};
use crate::copy::{Term, terms, text};

/// The words that stand in a part of a page, to open; nothing where there are none.
pub fn glossary(part: &Html) -> Html {
    let mut said = String::new();
    gather(part, &mut said);
    let terms = terms(&said);
    if terms.is_empty() {
        return Html::default();
    }
    let mut inside = vec![tag("dl", "", terms.iter().map(entry).collect::<Vec<_>>())];
    inside.extend(sources(&terms));
    wrap("div", "ec-glossary", details(text("words.summary"), all(inside)))
}

fn entry(term: &Term) -> Html {
    tag("div", "", [wrap("dt", "", words(term.name)), wrap("dd", "", words(term.means))])
}

/// Where the facts among them come from: each site once.
fn sources(terms: &[Term]) -> Option<Html> {
    let mut urls: Vec<&'static str> = Vec::new();
    for url in terms.iter().filter_map(|term| term.url) {
        if !urls.contains(&url) {
            urls.push(url);
        }
    }
    let site = |url: &'static str| link(url, english(url.split('/').nth(2).unwrap_or(url)));
    let links: Vec<Html> = urls.into_iter().flat_map(|url| [words(" "), site(url)]).collect();
    (!links.is_empty()).then(|| wrap("p", "ec-small", all([say("words.source"), all(links)])))
}

/// The words of a part of a page.
fn gather(part: &Html, into: &mut String) {
    match part {
        VNode::VText(said) => into.push_str(&said.text),
        VNode::VList(parts) => parts.iter().for_each(|part| gather(part, into)),
        VNode::VTag(tag) => {
            into.push('\n');
            if let Some(inside) = tag.children() {
                gather(inside, into);
            }
        }
        _ => {}
    }
}

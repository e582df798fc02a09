//! What the words of the field mean that stand in a part of a page: one tap away, and no more than stand there.

use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::details;
use crate::app::markup::{all, link, say, tag, words, wrap};
use crate::copy::{Term, terms, text};

/// The words that stand in a part of a page, to open; nothing where there are none.
#[inline(never)]
pub fn glossary(part: &Html) -> Html {
    let mut said = String::new();
    gather(part, &mut said);
    let terms = terms(&said);
    if terms.is_empty() {
        return Html::default();
    }
    wrap("div", "ec-words", details(text("words.summary"), tag("dl", "", terms.iter().map(entry).collect::<Vec<_>>())))
}

fn entry(term: &Term) -> Html {
    let mut means = vec![words(term.means)];
    if let Some(url) = term.url {
        means.extend([words(" "), link(url, all([say("words.source"), words(" "), words(term.name)]))]);
    }
    tag("div", "", [wrap("dt", "", words(term.name)), tag("dd", "", means)])
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

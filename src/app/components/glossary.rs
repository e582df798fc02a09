//! What the words of the field mean that stand in a part of a page: one tap away, and no more than stand there.

use yew::prelude::*;

use super::{details, external_link};
use crate::app::PageText;
use crate::app::fragments::english;
use crate::copy::{Term, text};

/// Explains the words of the field in all that a text has shown so far, once it is opened; nothing where there are none.
pub fn glossary(shown: &PageText) -> Html {
    let terms = shown.terms();
    if terms.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ec-glossary">
            { details(text("words.summary"), meanings(&terms)) }
        </div>
    }
}

/// Lists words with their meanings, and where the facts among those come from.
fn meanings(terms: &[Term]) -> Html {
    let sources = sources(terms);
    html! {
        <>
            <dl>
                for term in terms {
                    <div><dt>{ term.name }</dt><dd>{ term.means }</dd></div>
                }
            </dl>
            if !sources.is_empty() {
                <p class="ec-small">
                    { text("words.source") }
                    for url in sources {
                        { " " }
                        { external_link(url, english(url.split('/').nth(2).unwrap_or(url))) }
                    }
                </p>
            }
        </>
    }
}

/// Returns where the facts among the words come from: each site once.
fn sources(terms: &[Term]) -> Vec<&'static str> {
    let mut urls: Vec<&'static str> = Vec::new();
    for url in terms.iter().filter_map(|term| term.url) {
        if !urls.contains(&url) {
            urls.push(url);
        }
    }
    urls
}

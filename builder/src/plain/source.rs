//! The words that a rule rests on: quoted, with whose they are, where they stand and when that was checked.

use entry_checker::catalogue::Link;
use entry_checker::copy::date;
use entry_checker::rules::{Basis, Source};
use maud::{Markup, html};

use super::frame::away;
use super::words::{fill, say};

/// A quotation with its source, and how it is read where its words are loose.
pub fn quoted(source: &Source) -> Markup {
    html! {
        blockquote.ec-quote {
            @if !source.quote.is_empty() { p { "“" (source.quote) "”" } }
            (place(source))
        }
        @if let Some(reading) = source.reading { p.ec-reading { strong { (say("source.read")) } " " (reading) } }
    }
}

/// Whose words they are, with a link, and when they were checked.
pub fn place(source: &Source) -> Markup {
    // On paper the address of the role's own page stands once, at the top; `rules.css` looks for the class.
    let (key, class) = match source.basis {
        Basis::Page | Basis::Reading => ("source.page", "ec-source ec-source--page"),
        Basis::Guidance => ("source.guidance", "ec-source"),
    };
    html! { p class=(class) { (away(source.url, say(key))) (checked(source.checked)) } }
}

/// ", checked on 23 November 2026".
pub fn checked(on: &str) -> String {
    // A month has no day.
    let key = if on.matches('-').count() == 2 { "source.checked" } else { "source.checked.month" };
    fill(key, &[("date", &date(on))])
}

/// The words of the role's page for something that has no source of its own.
pub fn page_words(words: &str) -> Markup {
    html! { blockquote.ec-quote { p { "“" (words) "”" } } }
}

/// Links, each with what is odd about it.
pub fn links(links: &[Link]) -> Markup {
    html! {
        ul {
            @for link in links {
                li {
                    (away(link.url, link.text))
                    @if let Some(note) = link.note { " " span.ec-small { (note) } }
                    @if let Some(now) = link.now { " " (away(now, &entry_checker::copy::fill("links.now", &[("title", link.text)]))) }
                }
            }
        }
    }
}

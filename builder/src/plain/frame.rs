//! What every page has around its own words.

use entry_checker::copy;
use maud::{DOCTYPE, Markup, html};

use super::words::say;

/// These pages run nothing, so their policy allows nothing but the looks.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// A page: its heading, what a search engine says of it, its own words, and what stands at its foot.
pub fn frame(heading: &str, description: &str, main: &Markup, foot: &str) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="description" content=(description);
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (copy::fill("title", &[("heading", heading), ("service", copy::text("service.name"))])) }
                link rel="icon" href="../icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="../entry-checker.css";
                link rel="stylesheet" href="rules.css";
            }
            body.ec-body {
                a.ec-skip href="#main" { (say("skip")) }
                header.ec-header { p { a href="../index.html" { (copy::text("service.name")) } } }
                main #main tabindex="-1" {
                    h1 { (heading) }
                    (main)
                }
                footer.ec-footer {
                    p { a href="index.html" { (say("foot.rules")) } }
                    p { (say("foot")) }
                    p { (foot) }
                }
            }
        }
    }
}

/// A link to another site, which is not told where the reader comes from.
pub fn away(url: &str, words: &str) -> Markup {
    html! { a href=(url) rel="noreferrer noopener" { (words) } }
}

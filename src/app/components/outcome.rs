//! An outcome in word and shape, so that colour is never needed to tell one from another.

use yew::prelude::*;

use crate::copy::text;
use crate::rules::{Outcome, Verdict};

/// The end of the keys and classes for an outcome.
pub fn outcome_word(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        Some(Outcome::Met) => "met",
        Some(Outcome::Judgement) => "judgement",
        Some(Outcome::NotMet) => "not-met",
        None => "unanswered",
    }
}

/// An outcome, short.
pub fn outcome_tag(verdict: Verdict) -> Html {
    let word = outcome_word(verdict.outcome());
    html! {
        <span class={format!("ec-outcome ec-outcome--{word}")}>
            { shape(verdict.outcome()) }
            <span class="ec-outcome__word">
                { text(&format!("state.{word}")) }
                if verdict.pending {
                    { ", " }{ text("state.pending") }
                }
            </span>
        </span>
    }
}

/// A tick, a balance, a bar, a dotted ring.
fn shape(outcome: Option<Outcome>) -> Html {
    let path = match outcome {
        Some(Outcome::Met) => html! { <path d="M5 12.5l4.5 4.5L19 7.5" /> },
        Some(Outcome::Judgement) => html! { <path d="M12 4v16M7 20h10M5 8h14M5 8l-2.5 6h5zM19 8l-2.5 6h5z" /> },
        Some(Outcome::NotMet) => html! { <path d="M5 12h14" /> },
        None => html! { <circle cx="12" cy="12" r="8" stroke-dasharray="3 3.3" /> },
    };
    html! {
        <svg class="ec-outcome__shape" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            { path }
        </svg>
    }
}

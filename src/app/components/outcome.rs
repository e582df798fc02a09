//! An outcome in word and shape, so that colour is never needed to tell one from another.

use yew::prelude::*;

use crate::app::markup::{all, say, tag, words, wrap};
use crate::copy::text;
use crate::rules::{Outcome, Verdict};

/// An outcome, short.
pub fn outcome_tag(verdict: Verdict) -> Html {
    let outcome = verdict.outcome();
    let said = text(&format!("state.{}", verdict.id()));
    let class = match outcome {
        Some(Outcome::Met) => "ec-outcome ec-outcome--met",
        Some(Outcome::Judgement) => "ec-outcome ec-outcome--judgement",
        Some(Outcome::NotMet) => "ec-outcome ec-outcome--not-met",
        None => "ec-outcome ec-outcome--unanswered",
    };
    let word = tag("span", class, [shape(outcome), words(said)]);
    if !verdict.pending {
        return word;
    }
    all([word, wrap("span", "ec-small", say(&format!("state.pending.{}", verdict.id())))])
}

/// A tick, a balance, a bar, a ring of dots.
fn shape(outcome: Option<Outcome>) -> Html {
    let path = match outcome {
        Some(Outcome::Met) => "M5 12.5l4.5 4.5L19 7.5",
        Some(Outcome::Judgement) => "M12 4v16M7 20h10M5 8h14M5 8l-2.5 6h5zM19 8l-2.5 6h5z",
        Some(Outcome::NotMet) => "M5 12h14",
        None => "M12 4h0M17.7 6.3h0M20 12h0M17.7 17.7h0M12 20h0M6.3 17.7h0M4 12h0M6.3 6.3h0",
    };
    html! {
        <svg class="ec-outcome__shape" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}

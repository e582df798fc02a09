//! An outcome in word and shape, so that colour is never needed to tell one from another.

use yew::prelude::*;

use crate::app::PageText;
use crate::rules::{Outcome, Verdict};

/// Shows the outcome of a verdict, short.
pub fn outcome_tag(text: &PageText, verdict: Verdict) -> Html {
    let (class, shape) = match verdict.outcome() {
        Some(Outcome::Met) => ("ec-outcome ec-outcome--met", "M5 12.5l4.5 4.5L19 7.5"),
        Some(Outcome::Judgement) => {
            ("ec-outcome ec-outcome--judgement", "M12 4v16M7 20h10M5 8h14M5 8l-2.5 6h5zM19 8l-2.5 6h5z")
        }
        Some(Outcome::NotMet) => ("ec-outcome ec-outcome--not-met", "M5 12h14"),
        None => (
            "ec-outcome ec-outcome--unanswered",
            "M12 4h0M17.7 6.3h0M20 12h0M17.7 17.7h0M12 20h0M6.3 17.7h0M4 12h0M6.3 6.3h0",
        ),
    };
    // A tick, a balance, a bar, a ring of dots.
    html! {
        <>
            <span {class}>
                <svg class="ec-outcome__shape" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
                    <path d={shape} />
                </svg>
                { text.get(&format!("state.{}", verdict.id())) }
            </span>
            if verdict.pending {
                <span class="ec-small">{ text.get(&format!("state.pending.{}", verdict.id())) }</span>
            }
        </>
    }
}

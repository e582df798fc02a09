//! The pages, and the parts that belong to one or two of them. Each shows a part of the state and says what a person does.
//!
//! A page and its parts are functions of the context and of the text of the page, which explains its words. A part is a component
//! only where it stands outside a page and needs the context ("Kept for size" in docs/performance.md).

mod all_roles_result;
mod answer_groups;
mod card;
mod check;
mod claim;
mod export;
mod forget;
mod offline_notice;
mod other_roles;
mod print_view;
mod progress_panel;
mod question;
mod restart;
mod restore_notice;
mod result_parts;
mod review_notice;
mod role_result;
mod roles;
mod route_advice;
mod route_card;
mod save_on_device;
mod saved_notice;
mod section_head;
mod skill_parts;
mod skills;
mod source_line;
mod start;
mod values;

use yew::prelude::*;

pub use offline_notice::offline_notice;
pub use progress_panel::{ProgressPanel, has_progress_panel};

use super::CheckerContext;
use crate::journey::Screen;

/// Shows the page of the screen where the person is.
pub fn page(checker: &CheckerContext) -> Html {
    let is_one_role = checker.state.role().is_some();
    match checker.state.screen() {
        Screen::Roles => roles::roles_page(checker),
        Screen::Question(id) => question::question_page(checker, id),
        Screen::Check => check::check_page(checker),
        Screen::Result if is_one_role => role_result::role_result_page(checker),
        Screen::Result => all_roles_result::all_roles_result_page(checker),
        Screen::Skills if is_one_role => skills::skills_page(checker),
        // Nobody is led to the skills of all roles.
        Screen::Start | Screen::Skills => start::start_page(checker),
        Screen::Restart => restart::restart_page(),
        Screen::Forget => forget::forget_page(checker),
    }
}

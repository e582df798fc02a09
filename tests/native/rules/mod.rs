//! The rules by hand: requirements made up for the purpose, at the edges where one outcome becomes another.

mod advice;
mod made_up;
mod outcomes;
mod reasons;

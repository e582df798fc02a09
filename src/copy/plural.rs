//! Which form of a sentence goes with a number, by the plural categories of CLDR.

/// For each language the numbers that have a form of their own; every other number has the form `other`. As a sentence
/// only ever counts whole things, these short lists are the whole of CLDR's rules for these languages.
const OWN_FORMS: [(&str, &[(usize, &str)]); 2] =
    [("en", &[(1, "one")]), ("cy", &[(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (6, "many")])];

/// The form of all numbers that have none of their own.
pub const OTHER: &str = "other";

/// The numbers with a form of their own in a language (`en-GB` is `en`); nothing where the language has no rule here.
pub fn own_forms(language: &str) -> Option<&'static [(usize, &'static str)]> {
    let known = |(code, _): &&(&str, _)| language.split('-').next() == Some(*code);
    OWN_FORMS.iter().find(known).map(|(_, forms)| *forms)
}

/// The form that goes with a number.
pub fn form(language: &str, number: usize) -> &'static str {
    let own = own_forms(language).and_then(|forms| forms.iter().find(|(own, _)| *own == number));
    own.map_or(OTHER, |(_, form)| *form)
}

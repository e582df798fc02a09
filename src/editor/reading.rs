//! How hard a text is to read, as an estimate. It finds what to look at; it does not judge.

/// The most words of a sentence.
pub const MOST_WORDS: usize = 20;
/// The highest school year (US grade) that a text may ask for: a question, and what is told in a result.
pub const HIGHEST_OF_QUESTIONS: f64 = 6.0;
/// What is told in a result may ask for a little more.
pub const HIGHEST: f64 = 8.0;
/// Texts of fewer words are names: the estimate says nothing of them.
pub const FEWEST_WORDS: usize = 8;

/// Words of the field, as they begin. There are no shorter ones for them, and whoever comes here knows them or finds them
/// explained, so each counts as an easy word. The names of subjects, jobs and roles are among them.
const OF_THE_FIELD: [&str; 50] = [
    "accredit",
    "apprentice",
    "assistant",
    "audiolog",
    "award",
    "biolog",
    "biomedical",
    "cardiac",
    "certificate",
    "chemistr",
    "clinical",
    "council",
    "degree",
    "dental",
    "diploma",
    "division",
    "doctorate",
    "education",
    "employer",
    "engineer",
    "entry",
    "foundation",
    "gcse",
    "guidance",
    "healthcare",
    "higher",
    "hospital",
    "imaging",
    "immunolog",
    "institute",
    "integrated",
    "interview",
    "level",
    "master",
    "mathematic",
    "medical",
    "medicine",
    "ophthalmic",
    "physiolog",
    "postgraduate",
    "practitioner",
    "predicted",
    "programme",
    "qualification",
    "regist",
    "respiratory",
    "scien",
    "technician",
    "technolog",
    "universit",
];

/// The sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '?', ':']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// The words of a sentence.
pub fn words(sentence: &str) -> usize {
    sentence.split_whitespace().count()
}

/// The school year that some texts ask for (Flesch-Kincaid).
pub fn school_year<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let (mut number, mut all_words, mut syllables) = (0, 0, 0);
    for sentence in texts.flat_map(sentences) {
        number += 1;
        all_words += words(sentence);
        syllables += sentence.split_whitespace().map(syllables_of).sum::<usize>();
    }
    0.39 * all_words as f64 / f64::from(number.max(1)) + 11.8 * syllables as f64 / all_words.max(1) as f64 - 15.59
}

/// Groups of vowels, less a silent e at the end; one in a word of the field.
fn syllables_of(word: &str) -> usize {
    let word = word.to_lowercase();
    let word = word.trim_matches(|letter: char| !letter.is_alphabetic());
    if OF_THE_FIELD.iter().any(|start| word.starts_with(start)) {
        return 1;
    }
    let mut count = 0;
    let mut before = false;
    for letter in word.chars() {
        let vowel = "aeiouy".contains(letter);
        count += usize::from(vowel && !before);
        before = vowel;
    }
    if word.ends_with('e') && !word.ends_with("le") && count > 1 {
        count -= 1;
    }
    count.max(1)
}

/// What is too hard about a text that may ask for that school year, if anything.
pub fn too_hard(text: &str, highest: f64) -> Option<String> {
    if let Some(long) = sentences(text).find(|sentence| words(sentence) > MOST_WORDS) {
        return Some(format!("has a sentence of {} words; make it {MOST_WORDS} or fewer", words(long)));
    }
    let year = school_year(std::iter::once(text));
    let hard = words(text) >= FEWEST_WORDS && year > highest;
    hard.then(|| {
        format!("asks for school year {year:.0}; use shorter words and sentences, for year {highest:.0} or lower")
    })
}

#[cfg(test)]
mod tests {
    use super::{HIGHEST, school_year, too_hard};

    #[test]
    fn easy_words_are_easy_and_hard_words_are_hard() {
        assert!(school_year(["The cat sat on the mat."].into_iter()) < 2.0);
        assert_eq!(too_hard("Find a degree and read what that university asks for.", HIGHEST), None);
        let hard = "Institutional prerequisites necessitate comprehensive documentation of antecedent qualifications.";
        assert!(too_hard(hard, HIGHEST).is_some_and(|what| what.contains("school year")));
        assert!(too_hard(&"word ".repeat(21), HIGHEST).is_some_and(|what| what.contains("21 words")));
    }
}

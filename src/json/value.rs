//! A parsed value.

use std::borrow::Cow;

/// A parsed value. Numbers are kept as they are written.
pub type Value<'a> = hifijson::value::Value<&'a str, Cow<'a, str>>;

//! The JSON Schema (2020-12) of the packs, written from the shapes that the decoder checks by.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::catalogue::shapes::{COMMON, DIVISION, PROGRAMME, ROLE, SUBJECTS};
use crate::json::shape::{Field, Object, Shape};

/// The text of `roles/schema.json`.
pub fn schema() -> String {
    let mut defs = BTreeMap::new();
    for object in [&ROLE, &PROGRAMME, &DIVISION, &SUBJECTS, &COMMON] {
        define(object, &mut defs);
    }
    let has =
        |key: &str, is: &str| json!({ "type": "object", "required": [key], "properties": { key: { "type": is } } });
    let is = |object: &Object| json!({ "$ref": reference(object) });
    // Which of the five a file is, by what only it has; a file that is just begun is taken for a role.
    let kinds = [
        (has("pathways", "array"), is(&PROGRAMME)),
        (has("job", "string"), is(&PROGRAMME)),
        (has("subjects", "object"), is(&DIVISION)),
        (has("subjects", "array"), is(&SUBJECTS)),
        (has("groups", "array"), is(&SUBJECTS)),
        (has("classes", "object"), is(&SUBJECTS)),
        (has("values", "array"), is(&COMMON)),
    ];
    let choice =
        kinds.into_iter().rev().fold(is(&ROLE), |or, (which, then)| json!({ "if": which, "then": then, "else": or }));
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".into(), json!("Packs of the Entry Checker: roles, programmes, divisions, subjects"));
    schema.insert("$comment".into(), json!("Written by `cargo xtask roles schema` from src/catalogue/shapes.rs."));
    schema.extend(choice.as_object().cloned().unwrap_or_default());
    schema.insert("$defs".into(), json!(defs));
    let text = serde_json::to_string_pretty(&Value::from(schema)).unwrap_or_default();
    text + "\n"
}

fn reference(object: &Object) -> String {
    format!("#/$defs/{}", object.name)
}

fn define(object: &'static Object, defs: &mut BTreeMap<&'static str, Value>) {
    if defs.contains_key(object.name) {
        return;
    }
    // So that an object within itself ends.
    defs.insert(object.name, Value::Null);
    let mut properties = Map::new();
    for field in object.fields {
        let mut property = of(&field.shape, defs);
        property.insert("description".into(), json!(field.about.0));
        properties.insert(field.key.into(), property.into());
    }
    let needed: Vec<&str> = object.fields.iter().filter(|field: &&Field| field.needed).map(|field| field.key).collect();
    let mut definition = json!({
        "description": object.about.0,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !needed.is_empty() {
        definition["required"] = json!(needed);
    }
    defs.insert(object.name, definition);
}

fn of(shape: &Shape, defs: &mut BTreeMap<&'static str, Value>) -> Map<String, Value> {
    let text = |most: usize| json!({ "type": "string", "pattern": r"\S", "maxLength": most });
    let value = match *shape {
        Shape::Text(most) => text(most),
        Shape::Https => json!({ "type": "string", "format": "uri", "pattern": "^https://" }),
        Shape::Address => json!({ "type": "string", "pattern": r"\S" }),
        Shape::Date => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Shape::Tenths => json!({ "type": "number", "minimum": 0.1, "maximum": 100 }),
        Shape::Name(_, names) => json!({ "enum": names() }),
        Shape::List(items, least, most) => {
            let mut list = json!({ "type": "array", "items": of(items, defs), "maxItems": most });
            if least > 0 {
                list["minItems"] = json!(least);
            }
            list
        }
        Shape::Map(_, names, values) => {
            let values = of(values, defs);
            match names {
                None => json!({ "type": "object", "additionalProperties": values, "minProperties": 1 }),
                Some(names) => {
                    let keys: Map<String, Value> =
                        names().into_iter().map(|name| (name.to_string(), Value::from(values.clone()))).collect();
                    json!({ "type": "object", "properties": keys, "additionalProperties": false, "minProperties": 1 })
                }
            }
        }
        Shape::Object(object) => {
            define(object, defs);
            json!({ "$ref": reference(object) })
        }
        Shape::IdOr(object) => {
            define(object, defs);
            json!({ "anyOf": [text(200), { "$ref": reference(object) }] })
        }
        Shape::Any => json!({}),
    };
    value.as_object().cloned().unwrap_or_default()
}

//! Every object of a pack, with its shape and its place.

use crate::json::At;
use crate::json::shape::{Object, Shape};

/// Visits an object and all objects in it, each with the object it stands in.
pub fn objects(at: &At, object: &'static Object, visit: &mut dyn FnMut(&'static Object, &At)) {
    visit(object, at);
    for field in object.fields {
        if let Some(at) = at.get(field.key) {
            inside(&at, &field.shape, visit);
        }
    }
}

fn inside(at: &At, shape: &Shape, visit: &mut dyn FnMut(&'static Object, &At)) {
    match *shape {
        Shape::Object(object) => objects(at, object, visit),
        Shape::IdOr(object) if at.is_object() => objects(at, object, visit),
        Shape::List(of, ..) => at.each(&mut |at| inside(at, of, visit)),
        Shape::Map(_, _, of) => at.entries(&mut |_, at| inside(at, of, visit)),
        _ => {}
    }
}

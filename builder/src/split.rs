//! The page's wasm in two parts: what the first question needs, and the rest, which comes beside the rules.
//!
//! Both parts share one memory. Where the first calls the second it goes through a table of doors, which is empty until
//! the second part is there and fills it. What only the second part uses is taken along with it; whatever can be reached
//! without going through [`ONCE_THERE_ARE_RULES`] stays in the first.

use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportedFunction, Module, ModuleConfig, RefType, TableId,
};

use crate::hashes::stamp;
use crate::run::Result;
use crate::site::Site;

/// Where the names begin of the functions that are called only once the rules are there.
const ONCE_THERE_ARE_RULES: [&str; 51] = [
    "entry_checker::app::components::combobox::combobox",
    "entry_checker::app::components::example::",
    "entry_checker::app::components::glossary::",
    "entry_checker::app::components::route_map::",
    "entry_checker::app::pages::check::",
    "entry_checker::app::pages::claim::",
    "entry_checker::app::pages::device::",
    "entry_checker::app::pages::everything::",
    "entry_checker::app::pages::keep::",
    "entry_checker::app::pages::outlooks::",
    "entry_checker::app::pages::paper::",
    "entry_checker::app::pages::result::",
    "entry_checker::app::pages::route::",
    "entry_checker::app::pages::skills::",
    "entry_checker::app::pages::so_far::so_far",
    "entry_checker::catalogue::decode::",
    "entry_checker::catalogue::outline::<impl entry_checker::catalogue::Catalogue>::delivered",
    "entry_checker::catalogue::programme::",
    "entry_checker::catalogue::shapes::",
    "entry_checker::catalogue::subjects::",
    "entry_checker::contract::",
    "entry_checker::copy::reasons::",
    "entry_checker::journey::inventory::",
    "entry_checker::json::check::",
    "entry_checker::journey::link::",
    "entry_checker::journey::map::",
    "entry_checker::journey::outlook::",
    "entry_checker::journey::questions::by_rules",
    "entry_checker::journey::questions::input_by_rules",
    "entry_checker::journey::retold::",
    "entry_checker::journey::told::",
    "entry_checker::journey::travel::<impl entry_checker::journey::state::State>::read_link",
    "entry_checker::journey::update::add_another",
    "entry_checker::journey::update::in_list",
    "entry_checker::journey::update::remove",
    "entry_checker::journey::update::take",
    "entry_checker::journey::update::type_in",
    "entry_checker::journey::walk::by_rules",
    "entry_checker::near::",
    "entry_checker::rules::",
    "mounted_adopt",
    "mounted_cameOf",
    "mounted_evaluate",
    "mounted_now",
    "mounted_outcomes",
    "mounted_profile",
    "mounted_record",
    "mounted_result",
    "mounted_shareLink",
    "mounted_shelf",
    "mounted_take",
];

/// The module by which the second part calls what it imports from the first.
const MODULE: &str = "first";

/// The file of the first part, which is the whole before it is split.
pub const FIRST: &str = "checker_bg.wasm";
/// The file of the second part.
pub const SECOND: &str = "checker-later.wasm";

/// Splits the page's wasm, which has to have its names still.
pub fn split(site: &Site) -> Result {
    let bytes = site.read(FIRST)?;
    let plan = Plan::new(&bytes)?;
    site.write(SECOND, plan.second(&bytes)?)?;
    site.write(FIRST, plan.first(&bytes)?)
}

/// Which function goes where. Functions are known by their places, which are the same each time the module is parsed.
struct Plan {
    /// The functions of the second part that the first calls or points to, in the order of their doors.
    doors: Vec<usize>,
    /// The functions of the first part that the second calls, and the names that it calls them by.
    shared: BTreeMap<usize, String>,
    /// The name of the table of doors. It is made from the bytes of the whole, so that parts of two versions cannot be
    /// put together.
    table: String,
}

impl Plan {
    fn new(bytes: &[u8]) -> Result<Plan> {
        let module = parse(bytes)?;
        let calls: BTreeMap<usize, BTreeSet<usize>> =
            module.funcs.iter().map(|function| (function.id().index(), calls(&module, function.id()))).collect();
        let named = named(&module)?;
        let roots = roots(&module);
        let mut first = BTreeSet::new();
        // What JavaScript gives to the module it gives to the first part.
        let given = module.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Import(_)));
        let given = given.map(|function| function.id().index());
        let mut open: Vec<usize> = roots.difference(&named).copied().chain(given).collect();
        while let Some(function) = open.pop() {
            if first.insert(function) {
                open.extend(calls[&function].difference(&named));
            }
        }
        let later: BTreeSet<usize> = calls.keys().filter(|function| !first.contains(function)).copied().collect();
        let called =
            |by: &BTreeSet<usize>| by.iter().flat_map(|function| calls[function].clone()).collect::<BTreeSet<_>>();
        let doors = called(&first).union(&roots).filter(|function| later.contains(function)).copied().collect();
        let shared = called(&later).into_iter().filter(|function| first.contains(function));
        Ok(Plan {
            doors,
            shared: shared.enumerate().map(|(place, function)| (function, place.to_string())).collect(),
            table: format!("doors {}", stamp(bytes)),
        })
    }

    /// The first part: each function of the second has a door in its place, or is left out.
    fn first(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let mut module = parse(bytes)?;
        for (name, item) in state(&module) {
            module.exports.add(&name, item);
        }
        let size = self.doors.len() as u64;
        let table = module.tables.add_local(false, size, Some(size), RefType::FUNCREF);
        module.exports.add(&self.table, table);
        for (slot, door) in (0..).zip(&self.doors) {
            lead_through(&mut module, *door, slot, table);
        }
        for (place, name) in &self.shared {
            let function = id(&module, *place);
            module.exports.add(name, function);
        }
        walrus::passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    /// The second part: what it uses of the first it imports, and it fills the table of doors.
    fn second(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let mut module = parse(bytes)?;
        clear(&mut module);
        for (place, name) in &self.shared {
            let function = id(&module, *place);
            let (import, ty) = (module.imports.add(MODULE, name, function), module.funcs.get(function).ty());
            module.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
        for (name, item) in state(&module) {
            match item {
                ExportItem::Memory(id) => {
                    module.memories.get_mut(id).import = Some(module.imports.add(MODULE, &name, id));
                }
                ExportItem::Table(id) => module.tables.get_mut(id).import = Some(module.imports.add(MODULE, &name, id)),
                ExportItem::Global(id) => {
                    module.globals.get_mut(id).kind = GlobalKind::Import(module.imports.add(MODULE, &name, id));
                }
                ExportItem::Function(_) | ExportItem::Tag(_) => {}
            }
        }
        let size = self.doors.len() as u64;
        let (table, _) = module.add_import_table(MODULE, &self.table, false, size, Some(size), RefType::FUNCREF);
        let doors = self.doors.iter().map(|door| id(&module, *door)).collect();
        let from_the_first = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(0)) };
        let element = module.elements.add(from_the_first, ElementItems::Functions(doors));
        module.tables.get_mut(table).elem_segments.insert(element);
        walrus::passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }
}

fn parse(bytes: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(bytes).map_err(|error| format!("{FIRST}: {error}"))
}

/// The function at a place.
fn id(module: &Module, place: usize) -> FunctionId {
    module.funcs.iter().map(|function| function.id()).find(|id| id.index() == place).expect("a place of this module")
}

/// The functions that [`ONCE_THERE_ARE_RULES`] names. One that has no function any more was renamed or taken into another.
fn named(module: &Module) -> Result<BTreeSet<usize>> {
    let mut named = BTreeSet::new();
    for start in ONCE_THERE_ARE_RULES {
        let fits = |name: &str| name.starts_with(start);
        let found = module.funcs.iter().filter(|function| function.name.as_deref().is_some_and(fits));
        let before = named.len();
        named.extend(found.map(|function| function.id().index()));
        if named.len() == before {
            return Err(format!("builder/src/split.rs: the wasm has no function {start}; was it renamed, or inlined?"));
        }
    }
    Ok(named)
}

/// What is called from outside, at the start, or by a pointer to it.
fn roots(module: &Module) -> BTreeSet<usize> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id.index()),
        _ => None,
    });
    let pointed_to = module.elements.iter().flat_map(|element| match &element.items {
        ElementItems::Functions(ids) => ids.iter().map(|id| id.index()).collect::<Vec<_>>(),
        ElementItems::Expressions(_, items) => items
            .iter()
            .filter_map(|item| match item {
                ConstExpr::RefFunc(id) => Some(id.index()),
                _ => None,
            })
            .collect(),
    });
    exported.chain(pointed_to).chain(module.start.map(|id| id.index())).collect()
}

/// What a function calls or points to.
fn calls(module: &Module, function: FunctionId) -> BTreeSet<usize> {
    #[derive(Default)]
    struct Called(BTreeSet<usize>);
    impl Visitor<'_> for Called {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.insert(id.index());
        }
    }
    let mut called = Called::default();
    if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
        dfs_in_order(&mut called, local, local.entry_block());
    }
    called.0
}

/// Puts a door in the place of a function: it calls what the table holds in a slot.
fn lead_through(module: &mut Module, door: usize, slot: i32, table: TableId) {
    let door = id(module, door);
    let ty = module.funcs.get(door).ty();
    let (params, results) = module.types.params_results(ty);
    let (params, results) = (params.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let arguments: Vec<_> = params.iter().map(|param| module.locals.add(*param)).collect();
    let mut body = builder.func_body();
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.i32_const(slot).call_indirect(ty, table);
    module.funcs.get_mut(door).kind = FunctionKind::Local(builder.local_func(arguments));
}

/// Takes away what is done once, in the first part: what is exported, imported, and laid into memory and tables.
fn clear(module: &mut Module) {
    module.start = None;
    module.exports.iter().map(|one| one.id()).collect::<Vec<_>>().into_iter().for_each(|id| module.exports.delete(id));
    module.imports.iter().map(|one| one.id()).collect::<Vec<_>>().into_iter().for_each(|id| module.imports.delete(id));
    module.data.iter().map(|one| one.id()).collect::<Vec<_>>().into_iter().for_each(|id| module.data.delete(id));
    module
        .elements
        .iter()
        .map(|one| one.id())
        .collect::<Vec<_>>()
        .into_iter()
        .for_each(|id| module.elements.delete(id));
    module.memories.iter_mut().for_each(|memory| memory.data_segments.clear());
    module.tables.iter_mut().for_each(|table| table.elem_segments.clear());
}

/// What both parts share beside functions, and the names that they call it by.
fn state(module: &Module) -> Vec<(String, ExportItem)> {
    let memories = module.memories.iter().map(|memory| ExportItem::Memory(memory.id()));
    let tables = module.tables.iter().map(|table| ExportItem::Table(table.id()));
    let globals = module.globals.iter().map(|global| ExportItem::Global(global.id()));
    memories.chain(tables).chain(globals).enumerate().map(|(place, item)| (format!("s{place}"), item)).collect()
}

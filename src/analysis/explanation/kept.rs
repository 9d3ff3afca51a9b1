//! What several figures of an explanation have in common: the rate that every kommun's units are multiplied by, the
//! cost that a kansli had before it was divided. Its tree is made once and put in once, where it is nearest to the
//! top; else a tree of a few figures would become one of millions.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::node::{KeptId, Node};
use super::quantity::Exact;
use super::what::What;

/// Levels of a tree. Further down only the long way of a kansli goes on. Written as JSON a level is two, and many
/// programs read no more than 128.
const MOST_LEVELS: usize = 60;

/// Children that are kept once.
#[derive(Default, Debug)]
pub(super) struct Kept {
    /// Shared by all parts of a year, and with the years before it.
    children: Rc<RefCell<Vec<Vec<Node>>>>,
    /// Figures that are asked for again and again.
    figures: RefCell<HashMap<What, Node>>,
}

impl Kept {
    /// For another part of the year, in which the same figures are others.
    pub(super) fn beside(&self) -> Self {
        Self { children: self.children.clone(), figures: RefCell::default() }
    }

    /// A figure that can be copied without its children.
    pub(super) fn keep(&self, mut node: Node) -> Node {
        if !node.children.is_empty() {
            let mut kept = self.children.borrow_mut();
            node.kept = Some(KeptId(kept.len()));
            kept.push(std::mem::take(&mut node.children));
        }
        node
    }

    /// The figure that is this, made only the first time.
    pub(super) fn once(&self, what: &What, make: impl FnOnce() -> Node) -> Node {
        if let Some(known) = self.figures.borrow().get(what) {
            return known.clone();
        }
        let node = self.keep(make());
        self.figures.borrow_mut().insert(what.clone(), node.clone());
        node
    }

    /// Puts in what is kept. What stands in several places has its children where it is nearest to the top.
    pub(super) fn put_in(&self, node: &mut Node) {
        let kept = self.children.borrow();
        let mut seen: HashSet<(What, Exact)> = HashSet::new();
        let mut level = vec![node];
        for depth in 0.. {
            let mut below = Vec::new();
            for node in level {
                let shared = node.kept.take().map(|KeptId(position)| &kept[position]);
                let children = shared.map_or(node.children.len(), Vec::len);
                if children == 0 {
                    continue;
                }
                if !seen.insert((node.what.clone(), node.value.number.clone())) {
                    node.elsewhere = true;
                    node.children.clear();
                } else if depth == MOST_LEVELS {
                    node.cut = children;
                    node.children.clear();
                } else {
                    if let Some(shared) = shared {
                        node.children.clone_from(shared);
                    }
                    below.extend(node.children.iter_mut());
                }
            }
            if below.is_empty() {
                return;
            }
            level = below;
        }
    }
}

//! Maps that show which kommuner belong together.

use super::base_map::{BaseMap, Maps, caption_height};
use super::division::{Division, DivisionWords};
use super::names::{Names, fitted};
use super::panel::{Members, Panel};

impl BaseMap {
    /// A map for each division. The first has the locator, and explains the mark of a seat.
    #[must_use]
    pub fn divisions(&self, divisions: &[Division], words: &DivisionWords) -> Maps {
        let Some(ground) = self.ground() else {
            return Maps::default();
        };
        let members: Vec<Members> = divisions.iter().map(|division| Members::new(self, division)).collect();
        let place = |digits: usize| {
            let names = Names::new(self, ground, &[], digits);
            let all = divisions.iter().zip(&members).enumerate();
            let panels = all.map(|(position, (division, members))| {
                Panel::new(self, ground, &names, division, members, words, position == 0)
            });
            panels.collect()
        };
        let (panels, numbers) = fitted(self, place, |panel: &Panel<'_>| &panel.labels);
        let captions =
            divisions.iter().map(|division| caption_height(&division.caption, ground.area.width()));
        let legends = panels.iter().map(|panel| panel.legend.height());
        let heights = (captions.max().unwrap_or(0), legends.max().unwrap_or(0));
        let drawings = panels.iter().map(|panel| panel.draw(self, ground, &numbers, words, heights));
        self.maps(drawings.collect(), &numbers, &[])
    }
}

//! Captions: "Tabell 3. Intäkter per år (kr)", with a number that Word counts itself and lists tables and figures by.

use docx_rs::{FieldCharType, InstrText, Paragraph, Run};

use super::style::Style;
use crate::text::docx;
use crate::text::language::Language;

/// The captions of tables, or of figures.
pub(super) struct Captions {
    label: &'static str,
    count: usize,
}

impl Captions {
    pub(super) fn of_tables(language: Language) -> Self {
        Self { label: docx::table(language), count: 0 }
    }

    pub(super) fn of_figures(language: Language) -> Self {
        Self { label: docx::figure(language), count: 0 }
    }

    /// The next caption, of a clean text. Its number stands there already, as Word counts only when told to.
    pub(super) fn next(&mut self, text: &str) -> Paragraph {
        self.count += 1;
        let sequence = InstrText::Unsupported(format!(" SEQ {} \\* ARABIC ", self.label));
        let mark = |mark| Run::new().add_field_char(mark, false);
        Style::Caption
            .paragraph()
            .add_run(Run::new().add_text(format!("{} ", self.label)))
            .add_run(mark(FieldCharType::Begin))
            .add_run(Run::new().add_instr_text(sequence))
            .add_run(mark(FieldCharType::Separate))
            .add_run(Run::new().add_text(self.count.to_string()))
            .add_run(mark(FieldCharType::End))
            .add_run(Run::new().add_text(format!(". {text}")))
    }
}

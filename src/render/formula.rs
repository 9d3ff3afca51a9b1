//! Formulas as spreadsheet programs read them: English names, commas between arguments.

use super::clean::sanitized;
use crate::report::workbook::book::Workbook;
use crate::report::workbook::formula::{Area, CellAddress, Formula, Function, Operator, column_name};

/// A formula as a text, without the equals sign; `home` is the cell that it stands in.
#[must_use]
pub fn text(formula: &Formula, home: CellAddress, book: &Workbook) -> String {
    let mut writer = Writer { home, book, out: String::new() };
    writer.formula(formula);
    writer.out
}

/// An area as a text, seen from a cell.
#[must_use]
pub fn area(area: Area, home: CellAddress, book: &Workbook) -> String {
    let mut writer = Writer { home, book, out: String::new() };
    writer.area(area);
    writer.out
}

struct Writer<'book> {
    home: CellAddress,
    book: &'book Workbook,
    out: String,
}

impl Writer<'_> {
    fn formula(&mut self, formula: &Formula) {
        match formula {
            Formula::Number(number) => self.out.push_str(&number.to_string()),
            Formula::Text(text) => {
                self.out.push('"');
                self.out.push_str(&sanitized(text, false).replace('"', "\"\""));
                self.out.push('"');
            }
            Formula::Cell(place) => self.cell(*place),
            Formula::Area(area) => self.area(*area),
            Formula::RowNumber => self.out.push_str("ROW()"),
            Formula::Operation(operator, sides) => {
                let [left, right] = &**sides;
                self.side(left, rank(left) < rank(formula));
                self.out.push_str(sign(*operator));
                // Binary numbers are not associative, so what was put together stays together.
                self.side(right, rank(right) <= rank(formula));
            }
            Formula::Call(function, arguments) => {
                self.out.push_str(name(*function));
                self.out.push('(');
                for (position, argument) in arguments.iter().enumerate() {
                    if position > 0 {
                        self.out.push(',');
                    }
                    self.formula(argument);
                }
                self.out.push(')');
            }
        }
    }

    fn side(&mut self, side: &Formula, in_parentheses: bool) {
        if in_parentheses {
            self.out.push('(');
            self.formula(side);
            self.out.push(')');
        } else {
            self.formula(side);
        }
    }

    /// A cell of the same row moves along when the row is copied; all others stay where they are.
    fn cell(&mut self, place: CellAddress) {
        self.sheet(place);
        if place.sheet == self.home.sheet && place.row == self.home.row {
            self.out.push_str(&place.name());
        } else {
            self.fixed(place);
        }
    }

    fn area(&mut self, area: Area) {
        self.sheet(area.first);
        self.fixed(area.first);
        self.out.push(':');
        self.fixed(area.last());
    }

    fn fixed(&mut self, place: CellAddress) {
        let (column, row) = (column_name(place.column), (place.row + 1).to_string());
        for part in ["$", &column, "$", &row] {
            self.out.push_str(part);
        }
    }

    fn sheet(&mut self, place: CellAddress) {
        if place.sheet == self.home.sheet {
            return;
        }
        let name = self.book.sheets.get(place.sheet).map_or("", |sheet| sheet.name.as_str());
        self.out.push('\'');
        self.out.push_str(&name.replace('\'', "''"));
        self.out.push_str("'!");
    }
}

/// What binds its parts more tightly has a higher rank.
fn rank(formula: &Formula) -> u8 {
    match formula {
        Formula::Operation(operator, _) => match operator {
            Operator::Equal | Operator::Less | Operator::More | Operator::AtLeast => 0,
            Operator::Plus | Operator::Minus => 1,
            Operator::Times | Operator::Over => 2,
        },
        _ => 3,
    }
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Plus => "+",
        Operator::Minus => "-",
        Operator::Times => "*",
        Operator::Over => "/",
        Operator::Equal => "=",
        Operator::Less => "<",
        Operator::More => ">",
        Operator::AtLeast => ">=",
    }
}

fn name(function: Function) -> &'static str {
    match function {
        Function::Sum => "SUM",
        Function::Count => "COUNT",
        Function::Round => "ROUND",
        Function::Int => "INT",
        Function::Max => "MAX",
        Function::If => "IF",
        Function::IfError => "IFERROR",
        Function::Match => "MATCH",
        Function::Index => "INDEX",
        Function::CountIf => "COUNTIF",
        Function::SumIf => "SUMIF",
        Function::SumProduct => "SUMPRODUCT",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::workbook::book::Sheet;

    #[test]
    fn parts_keep_their_order_and_names_their_quotes() {
        let sheets = ["Om", "Bo's blad"].map(|name| Sheet::new(name.to_owned(), 1)).to_vec();
        let book = Workbook { title: String::new(), sheets };
        let home = CellAddress { sheet: 0, row: 4, column: 0 };
        let (beside, above) = (CellAddress { column: 27, ..home }, CellAddress { row: 0, ..home });
        let other = CellAddress { sheet: 1, row: 1, column: 2 };
        let formula = (beside - (above - other)) * (beside / 2) / 3;
        assert_eq!(text(&formula, home, &book), "(AB5-($A$1-'Bo''s blad'!$C$2))*(AB5/2)/3");
        let formula = Formula::from("say \"\"").when(Formula::from(other.area(3, 1)).more(0), -1);
        assert_eq!(text(&formula, home, &book), "IF('Bo''s blad'!$C$2:$C$4>0,\"say \"\"\"\"\",-1)");
    }
}

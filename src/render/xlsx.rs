//! Excel: a workbook with its formulas and their values. Nobody else knows the library that writes it.

use std::collections::{BTreeMap, HashMap};

use rust_xlsxwriter::{
    Chart as Picture, ChartAxisLabelPosition, ChartDataLabel, ChartFont, ChartLine, ChartLineDashType,
    ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Color, ConditionalFormat2ColorScale,
    ConditionalFormatType, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, IgnoreError, Workbook as File, Worksheet, XlsxError,
};

use super::chart_values::ChartValues;
use super::clean::sanitized;
use super::{chart_values, formula, xml};
use crate::report::words::workbook as words;
use crate::report::workbook::book::{Bars, Cell, Chart, Content, Kind, Role, Sheet, Takes, Value, Workbook};
use crate::report::workbook::evaluate::{double, nearest};
use crate::report::workbook::formula::{Area, CellAddress};
use crate::text::language::Language;
use crate::text::number;

/// The longest text of a cell, in units of UTF-16.
const LONGEST_TEXT: usize = 32_767;
const A4: u8 = 9;
const NARROWEST: u32 = 10;
const WIDEST: u32 = 52;
const LINE_HEIGHT: u32 = 15;
/// Pixels of a row, of a character, and of the rim of a column.
const ROW_PIXELS: u32 = 20;
const LETTER_PIXELS: u32 = 7;
const RIM_PIXELS: u32 = 5;
const TITLE_SIZE: f64 = 12.0;
const INPUT_GROUND: Color = Color::RGB(0xFF_F6_D5);
const INPUT_TEXT: Color = Color::RGB(0x1F_3F_9F);
const WORKING_TEXT: Color = Color::RGB(0x6A_6A_6A);
/// The colours of charts on pages.
const BAR_COLOUR: Color = Color::RGB(0x7D_9C_C0);
const LINE_COLOUR: Color = Color::RGB(0x2B_5C_94);
const QUIET_COLOUR: Color = Color::RGB(0xC3_C8_CE);
const HEADING_GROUND: Color = Color::RGB(0xE8_ED_F2);

/// A workbook as an .xlsx file. The same workbook gives the same bytes.
///
/// # Errors
/// If a sheet has more rows than such a file can hold.
pub fn workbook(book: &Workbook, language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut file = File::new();
    // The time of its making is no part of the answer.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(cut(&book.title, 255)).set_creation_datetime(&made);
    file.set_properties(&properties);
    let mut looks = Looks::default();
    for (number, sheet) in book.sheets.iter().enumerate() {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(&sheet.name)?;
        // A formula whose value is an empty text keeps it.
        worksheet.set_formula_result_default("");
        write(&mut worksheet, book, number, &mut looks)?;
        let widths = widths(sheet);
        set_up(&mut worksheet, sheet, &widths, language)?;
        offer_choices(&mut worksheet, book, number)?;
        shade(&mut worksheet, sheet)?;
        limit_figures(&mut worksheet, sheet, language)?;
        draw(&mut worksheet, book, sheet, &widths)?;
        file.push_worksheet(worksheet);
    }
    let bytes = chart_values::fill(&file.save_to_buffer()?, &values_of_charts(book))?;
    xml::check_package(&bytes)?;
    Ok(bytes)
}

/// The formats, made once each.
#[derive(Default)]
struct Looks(HashMap<(Kind, Role, bool, bool), Format>);

impl Looks {
    /// Of a cell and the one below it, which says on which side a heading stands.
    fn of(&mut self, cell: &Cell, below: Option<&Cell>) -> &Format {
        let is_formula = matches!(cell.content, Content::Formula(..));
        let over_figures = cell.kind == Kind::Heading && below.is_some_and(|below| below.kind.is_figure());
        self.0.entry((cell.kind, cell.role, is_formula, over_figures)).or_insert_with(|| {
            let format = look(cell, is_formula);
            if over_figures { format.set_align(FormatAlign::Right) } else { format }
        })
    }
}

fn look(cell: &Cell, is_formula: bool) -> Format {
    let format = match cell.kind {
        Kind::Title => Format::new().set_bold().set_font_size(16),
        Kind::Caption => Format::new().set_bold().set_font_size(12),
        Kind::Heading => Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(HEADING_GROUND)
            .set_border_bottom(FormatBorder::Thin),
        Kind::Paragraph => Format::new().set_text_wrap().set_align(FormatAlign::Top),
        // A formula in a cell of texts would be shown instead of its value.
        Kind::Text if is_formula => Format::new().set_text_wrap().set_align(FormatAlign::Left).set_indent(1),
        Kind::Text => {
            Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Left).set_indent(1)
        }
        Kind::Remark => Format::new().set_num_format("@").set_align(FormatAlign::Left).set_indent(1),
        Kind::Amount | Kind::Count => Format::new().set_num_format("#,##0;\"−\"#,##0"),
        Kind::Change => Format::new().set_num_format("+#,##0;\"−\"#,##0;0"),
        Kind::Decimals(decimals) => Format::new().set_num_format(with_decimals(decimals)),
        Kind::Share => Format::new().set_num_format("0.00#######"),
        Kind::Percent => Format::new().set_num_format("+0.00;\"−\"0.00;0.00"),
    };
    let format = format.set_align(FormatAlign::Top);
    match cell.role {
        Role::Result => format,
        Role::Input => format
            .set_background_color(INPUT_GROUND)
            .set_font_color(INPUT_TEXT)
            .set_border(FormatBorder::Hair)
            .set_unlocked(),
        Role::Total => format.set_bold().set_border_top(FormatBorder::Thin),
        Role::Working => format.set_font_color(WORKING_TEXT),
    }
}

fn with_decimals(decimals: u8) -> String {
    let number = match decimals {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(usize::from(decimals))),
    };
    format!("{number};\"−\"{number}")
}

fn write(
    worksheet: &mut Worksheet,
    book: &Workbook,
    number: usize,
    looks: &mut Looks,
) -> Result<(), XlsxError> {
    let sheet = &book.sheets[number];
    for (row, column, cell) in sheet.cells() {
        // The first row of a table may have no change.
        let below =
            (1..=2).find_map(|further| book.cell(CellAddress { sheet: number, row: row + further, column }));
        let format = looks.of(cell, below);
        match &cell.content {
            Content::Blank => worksheet.write_blank(row, column, format)?,
            Content::Text(text)
                if cell.kind == Kind::Paragraph && !text.is_empty() && sheet.printed_columns > 1 =>
            {
                let text = cut(text, LONGEST_TEXT);
                worksheet.merge_range(row, 0, row, sheet.printed_columns - 1, &text, format)?
            }
            // Texts are written as texts, so that none is taken for a formula or a link.
            Content::Text(text) => {
                let text = cut(text, LONGEST_TEXT);
                worksheet.write_string_with_format(row, column, text, format)?
            }
            Content::Number(decimal) => {
                worksheet.write_number_with_format(row, column, nearest(*decimal), format)?
            }
            Content::Formula(tree, stored) => {
                let text = formula::text(tree, CellAddress { sheet: number, row, column }, book);
                let written =
                    rust_xlsxwriter::Formula::new(format!("={text}")).set_result(result(stored.value()));
                worksheet.write_formula_with_format(row, column, written, format)?
            }
        };
    }
    Ok(())
}

/// The value that stands with a formula. A text that the file would take for a number or a condition is left out: it is
/// there again as soon as the program that opens the file has worked the formula out.
fn result(value: &Value) -> String {
    match value {
        Value::Whole(whole) => whole.to_string(),
        Value::Decimal(decimal) => decimal.to_string(),
        Value::Fraction(_) | Value::Double(_) => double(value).expect("a number").to_string(),
        Value::Text(text) => {
            let text = cut(text, LONGEST_TEXT);
            let is_other =
                text.parse::<f64>().is_ok() || text.starts_with('#') || text == "TRUE" || text == "FALSE";
            if is_other { String::new() } else { text }
        }
        Value::Error => "#VALUE!".to_owned(),
    }
}

/// Rows with texts that need several lines: programs other than Excel do not find out for themselves.
fn set_heights(worksheet: &mut Worksheet, sheet: &Sheet, widths: &[u32]) -> Result<(), XlsxError> {
    let page: u32 = widths.iter().take(usize::from(sheet.printed_columns)).sum();
    let mut heights = vec![1; sheet.rows.len()];
    for (row, column, cell) in sheet.cells() {
        if cell.kind == Kind::Title {
            heights[row as usize] = 2;
        }
        let text = match &cell.content {
            Content::Text(text) => text,
            Content::Formula(_, stored) => match stored.value() {
                Value::Text(text) => text,
                _ => continue,
            },
            _ => continue,
        };
        let width = match cell.kind {
            Kind::Paragraph => page,
            // Bold letters are wider.
            Kind::Heading => widths[usize::from(column)].saturating_sub(2),
            Kind::Text => widths[usize::from(column)].saturating_sub(1),
            _ => continue,
        };
        let height = &mut heights[row as usize];
        *height = lines(text, width).max(*height);
    }
    for (row, lines) in (0..).zip(heights).filter(|(_, lines)| *lines > 1) {
        // As many lines as Excel lets a row have.
        worksheet.set_row_height(row, lines.min(27) * LINE_HEIGHT)?;
    }
    Ok(())
}

/// The lines that a text takes when it is broken between words.
fn lines(text: &str, width: u32) -> u32 {
    let (mut lines, mut used) = (1_u32, 0);
    for word in text.split(' ') {
        let letters = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
        if used > 0 && used + 1 + letters > width {
            lines += 1;
            used = 0;
        }
        used += letters + u32::from(used > 0);
        // A word longer than a line is broken anywhere.
        lines = lines.saturating_add(used.saturating_sub(1) / width.max(1));
        used = if used > width { used % width.max(1) } else { used };
    }
    lines
}

fn set_up(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    widths: &[u32],
    language: Language,
) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(widths) {
        worksheet.set_column_width(column, *width)?;
    }
    set_heights(worksheet, sheet, widths)?;
    worksheet.set_freeze_panes(sheet.frozen_rows, sheet.frozen_columns)?;
    worksheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    if sheet.landscape {
        worksheet.set_landscape();
    }
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let charts = sheet.charts.iter().map(|chart| chart.at.row + chart.rows);
    let last = charts.chain([rows]).max().unwrap_or(1).saturating_sub(1);
    worksheet.set_print_area(0, 0, last, sheet.printed_columns.saturating_sub(1))?;
    if let Some((first, last)) = sheet.repeated_rows {
        worksheet.set_repeat_rows(first, last)?;
    }
    if let Some(filtered) = sheet.filtered {
        let (first, last) = (filtered.first, filtered.last());
        worksheet.autofilter(first.row, first.column, last.row, last.column)?;
    }
    let page = language.pick("sida", "page");
    worksheet.set_footer(format!("&L&A&R{page} &P (&N)"));
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(1);
    let columns = u16::try_from(columns.max(1) - 1).unwrap_or(u16::MAX);
    // A kommunkod is a text on purpose.
    worksheet.ignore_error_range(0, 0, rows.saturating_sub(1), columns, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// Characters that each column must have space for.
fn widths(sheet: &Sheet) -> Vec<u32> {
    let columns = sheet.rows.iter().map(Vec::len).chain([usize::from(sheet.printed_columns)]).max();
    let columns = columns.unwrap_or_default();
    let mut widths = vec![NARROWEST; columns];
    for (_, column, cell) in sheet.cells() {
        let width = &mut widths[usize::from(column)];
        *width = (*width).max(width_of(cell).min(WIDEST));
    }
    widths
}

fn width_of(cell: &Cell) -> u32 {
    let letters = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    match (&cell.content, cell.kind) {
        (_, Kind::Title | Kind::Caption | Kind::Paragraph | Kind::Remark) | (Content::Blank, _) => 0,
        // Headings are broken between words, into two lines for choice.
        (Content::Text(text), Kind::Heading) => {
            let longest = text.split([' ', '-']).map(letters).max().unwrap_or(0);
            longest.max(letters(text).div_ceil(2)) + 2
        }
        (Content::Text(text), _) => letters(text) + 3,
        (Content::Number(decimal), kind) => width_of_number(nearest(*decimal), kind),
        (Content::Formula(_, stored), kind) => match stored.value() {
            Value::Text(text) => letters(text) + 3,
            value => double(value).map_or(0, |number| width_of_number(number, kind)),
        },
    }
}

fn width_of_number(figure: f64, kind: Kind) -> u32 {
    let whole = format!("{:.0}", figure.abs());
    let grouped =
        whole.parse().map_or(whole.len(), |whole: i64| number::whole(Language::English, whole).len());
    let decimals = match kind {
        Kind::Decimals(decimals) => u32::from(decimals) + 1,
        Kind::Percent => 3,
        Kind::Share => 10,
        _ => 0,
    };
    // Space for a sign, and for figures that grow when cells are changed.
    u32::try_from(grouped).unwrap_or(u32::MAX) + decimals + 3
}

fn offer_choices(worksheet: &mut Worksheet, book: &Workbook, number: usize) -> Result<(), XlsxError> {
    for choice in &book.sheets[number].choices {
        let (first, last) = (choice.cells.first, choice.cells.last());
        let of = formula::area(choice.of, first, book);
        let texts = DataValidation::new().allow_list_formula(rust_xlsxwriter::Formula::new(format!("={of}")));
        worksheet.add_data_validation(first.row, first.column, last.row, last.column, &texts)?;
    }
    Ok(())
}

/// Percentages that are darker the nearer they are to 100.
fn shade(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    for area in &sheet.shaded {
        let (first, last) = (area.first, area.last());
        let scale = ConditionalFormat2ColorScale::new()
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_maximum(ConditionalFormatType::Number, 100)
            .set_minimum_color(Color::White)
            .set_maximum_color(BAR_COLOUR);
        worksheet.add_conditional_format(first.row, first.column, last.row, last.column, &scale)?;
    }
    Ok(())
}

/// What may be typed into the yellow cells of figures: what finsam takes from a file, as far as one cell shows.
fn limit_figures(worksheet: &mut Worksheet, sheet: &Sheet, language: Language) -> Result<(), XlsxError> {
    // The cells of a column that take alike and stand below each other are limited together.
    let mut runs: BTreeMap<(u16, u32), (u32, Takes)> = BTreeMap::new();
    for (row, column, cell) in sheet.cells() {
        let Some(takes) = taken(cell) else { continue };
        let mut before = runs.range_mut((column, 0)..(column, row));
        match before.next_back() {
            Some((_, (last, same))) if *last + 1 == row && *same == takes => *last = row,
            _ => {
                runs.insert((column, row), (row, takes));
            }
        }
    }
    for ((column, first), (last, takes)) in runs {
        let limit = DataValidation::new();
        let limit = match takes {
            Takes::Whole => limit.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
            Takes::Decimal => limit.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
            Takes::Share => limit.allow_decimal_number(DataValidationRule::Between(0.0, 1.0)),
        };
        let limit = limit.set_error_message(words::not_taken(language, takes))?;
        worksheet.add_data_validation(first, column, last, column, &limit)?;
    }
    Ok(())
}

/// What a cell takes, if it is one to be changed and holds a figure.
fn taken(cell: &Cell) -> Option<Takes> {
    match cell.kind {
        _ if cell.role != Role::Input => None,
        Kind::Amount | Kind::Count => Some(Takes::Whole),
        Kind::Decimals(_) => Some(Takes::Decimal),
        Kind::Share => Some(Takes::Share),
        _ => None,
    }
}

fn draw(worksheet: &mut Worksheet, book: &Workbook, sheet: &Sheet, widths: &[u32]) -> Result<(), XlsxError> {
    let printed = widths.iter().take(usize::from(sheet.printed_columns));
    let page: u32 = printed.map(|width| width * LETTER_PIXELS + RIM_PIXELS).sum();
    for chart in &sheet.charts {
        let mut picture = picture(chart, book);
        picture
            .set_width(page)
            .set_height(chart.rows * ROW_PIXELS)
            .set_alt_text(cut(&chart.title, LONGEST_TEXT));
        worksheet.insert_chart(chart.at.row, chart.at.column, &picture)?;
    }
    Ok(())
}

fn picture(chart: &Chart, book: &Workbook) -> Picture {
    let mut picture = Picture::new(match chart.bars {
        Bars::Standing => ChartType::Column,
        Bars::Lying | Bars::Apart => ChartType::Bar,
        Bars::Line | Bars::Fan => ChartType::Line,
        Bars::Interval => ChartType::Stock,
    });
    if chart.bars == Bars::Interval {
        picture.set_high_low_lines(true);
        picture.set_high_low_lines_format(ChartLine::new().set_color(BAR_COLOUR).set_width(6));
    }
    let sheet = |place: CellAddress| book.sheets.get(place.sheet).map_or("", |sheet| sheet.name.as_str());
    for (number, (heading, amounts)) in chart.series.iter().enumerate() {
        let (names, last_name) = (chart.categories.first, chart.categories.last());
        let (first, last) = (amounts.first, amounts.last());
        let series = picture.add_series();
        match chart.bars {
            Bars::Apart => {
                let colour = if number == 0 { QUIET_COLOUR } else { BAR_COLOUR };
                series.set_overlap(100).set_gap(40).set_format(ChartSolidFill::new().set_color(colour));
            }
            Bars::Fan => {
                let middle = chart.series.len() / 2;
                let mut line = ChartLine::new();
                series.set_format(match number.abs_diff(middle) {
                    0 => line.set_color(LINE_COLOUR).set_width(2.5),
                    1 => line.set_color(BAR_COLOUR).set_width(1.5),
                    _ => line.set_color(BAR_COLOUR).set_width(1.5).set_dash_type(ChartLineDashType::Dash),
                });
            }
            // The last one is what lies between the others.
            Bars::Interval => {
                series.set_format(ChartLine::new().set_hidden(true));
                let kind = if number + 1 == chart.series.len() {
                    ChartMarkerType::Diamond
                } else {
                    ChartMarkerType::LongDash
                };
                series.set_marker(ChartMarker::new().set_type(kind).set_size(9));
            }
            _ => {}
        }
        if chart.bars == Bars::Standing {
            series.set_data_label(ChartDataLabel::new().show_value());
        }
        series
            .set_name((sheet(*heading), heading.row, heading.column))
            .set_categories((sheet(names), names.row, names.column, last_name.row, last_name.column))
            .set_values((sheet(first), first.row, first.column, last.row, last.column));
    }
    picture
        .title()
        .set_name(&cut(&chart.title, LONGEST_TEXT))
        .set_font(ChartFont::new().set_bold().set_size(TITLE_SIZE));
    // Where bars lie the axes change places, and what comes first would stand lowest.
    let is_lying = matches!(chart.bars, Bars::Lying | Bars::Apart);
    let axis_of_names = if is_lying { picture.y_axis().set_reverse() } else { picture.x_axis() };
    // Names stand beside the picture, also where bars go the other way.
    axis_of_names.set_label_position(ChartAxisLabelPosition::Low);
    let axis_of_amounts = if is_lying { picture.x_axis() } else { picture.y_axis() };
    axis_of_amounts.set_num_format("#,##0");
    let mut places = chart.series.iter().flat_map(|(_, amounts)| amounts.places());
    if places.all(|place| amount(book, place).is_none_or(|amount| amount >= 0.0)) {
        // Columns that do not begin at zero make small differences look large.
        axis_of_amounts.set_min(0);
    }
    picture.legend().set_position(rust_xlsxwriter::ChartLegendPosition::Bottom);
    picture
}

/// What the charts show, in the order in which the library numbers them.
fn values_of_charts(book: &Workbook) -> Vec<ChartValues> {
    let of_series = |amounts: &Area| amounts.places().map(|place| amount(book, place)).collect();
    let charts = book.sheets.iter().flat_map(|sheet| {
        let mut charts: Vec<&Chart> = sheet.charts.iter().collect();
        charts.sort_by_key(|chart| chart.at);
        charts
    });
    charts.map(|chart| chart.series.iter().map(|(_, amounts)| of_series(amounts)).collect()).collect()
}

/// The amount that stands in a cell.
fn amount(book: &Workbook, place: CellAddress) -> Option<f64> {
    match &book.cell(place)?.content {
        Content::Formula(_, stored) => double(stored.value()),
        Content::Number(decimal) => Some(nearest(*decimal)),
        _ => None,
    }
}

/// A text of others as far as its place has space for it. All of them come through here.
fn cut(text: &str, longest: usize) -> String {
    let mut used = 0;
    sanitized(text, false)
        .chars()
        .take_while(|letter| {
            used += letter.len_utf16();
            used <= longest
        })
        .collect()
}

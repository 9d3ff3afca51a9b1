//! The amounts that a chart of a workbook shows before anybody recalculates it. The library that writes workbooks puts
//! constants beside a chart, but not what formulas come to; here all are, each once.

use std::fmt::Write as _;
use std::io::{self, Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The amounts of each series of a chart; none where nothing is known.
pub(super) type ChartValues = Vec<Vec<Option<f64>>>;

/// Where the amounts of a series begin, and where their number stands.
const AMOUNTS: &str = "<c:val>";
const COUNT: &str = "<c:ptCount";
/// Where those of a series end.
const END: &str = "</c:numCache>";

/// The workbook with the amounts of its charts, which come in the order of their files.
///
/// # Errors
/// If its charts are not these.
pub(super) fn fill(workbook: &[u8], charts: &[ChartValues]) -> io::Result<Vec<u8>> {
    let mut package = ZipArchive::new(Cursor::new(workbook)).map_err(io::Error::other)?;
    let mut filled = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut left = charts.len();
    for number in 0..package.len() {
        let mut part = package.by_index(number).map_err(io::Error::other)?;
        let name = part.name().map_err(io::Error::other)?.into_owned();
        let chart = name.strip_prefix("xl/charts/chart").and_then(|name| name.strip_suffix(".xml"));
        let Some(chart) = chart else {
            filled.raw_copy_file(part)?;
            continue;
        };
        let position = chart.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let values = position.and_then(|position| charts.get(position)).ok_or_else(unexpected)?;
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        filled.start_file(name, options)?;
        filled.write_all(with_values(&text, values).ok_or_else(unexpected)?.as_bytes())?;
        left -= 1;
    }
    if left > 0 {
        return Err(unexpected());
    }
    Ok(filled.finish()?.into_inner())
}

fn unexpected() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "charts that are not those of the workbook")
}

/// A chart with the amounts of its series, if it has as many.
fn with_values(chart: &str, series: &ChartValues) -> Option<String> {
    let mut parts = chart.split(AMOUNTS);
    let mut text = parts.next()?.to_owned();
    let mut series = series.iter();
    for part in parts {
        let values = series.next()?;
        let count = part.find(COUNT)?;
        let end = count + part[count..].find("/>")? + "/>".len();
        if part[count..end] != format!("{COUNT} val=\"{}\"/>", values.len()) {
            return None;
        }
        text.push_str(AMOUNTS);
        text.push_str(&part[..end]);
        for (place, value) in values.iter().enumerate() {
            if let Some(value) = value {
                write!(text, "<c:pt idx=\"{place}\"><c:v>{value}</c:v></c:pt>").ok()?;
            }
        }
        // Instead of those that the library wrote.
        let rest = end + part[end..].find(END)?;
        text.push_str(&part[rest..]);
    }
    series.next().is_none().then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHART: &str = "<c:cat><c:ptCount val=\"9\"/></c:cat>\
                         <c:val><c:numCache><c:ptCount val=\"2\"/></c:numCache></c:val>";

    #[test]
    fn amounts_stand_where_their_number_does_and_what_is_unknown_is_left_out() {
        let filled = with_values(CHART, &vec![vec![None, Some(-1.5)]]).expect("as many");
        let expected = "<c:cat><c:ptCount val=\"9\"/></c:cat>\
                        <c:val><c:numCache><c:ptCount val=\"2\"/><c:pt idx=\"1\"><c:v>-1.5</c:v></c:pt>\
                        </c:numCache></c:val>";
        assert_eq!(filled, expected);
        // Those that stand there already are not doubled.
        assert_eq!(with_values(&filled, &vec![vec![None, Some(-1.5)]]), Some(filled));
    }

    #[test]
    fn other_charts_are_refused() {
        let two = || vec![Some(1.0); 2];
        for other in [vec![], vec![vec![None; 3]], vec![two(), two()]] {
            assert_eq!(with_values(CHART, &other), None, "{other:?}");
        }
    }
}

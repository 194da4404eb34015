use super::*;
use proptest::prelude::*;

/// Gives its bytes a few at a time.
struct Trickle<'a>(&'a [u8], usize);

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.1.min(self.0.len()).min(buffer.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

type Rows = Vec<(u64, Vec<String>)>;

fn split_by(text: &[u8], delimiter: u8, chunk: usize) -> Result<Rows, Problem> {
    let mut records = Records::new(Trickle(text, chunk), delimiter, 1);
    let (mut record, mut rows) = (Record::default(), Vec::new());
    while records.next(&mut record)? {
        rows.push((record.line, record.fields().map(str::to_owned).collect()));
    }
    assert_eq!(records.offset(), u64::try_from(text.len()).unwrap());
    Ok(rows)
}

fn split(text: &str) -> Result<Rows, Problem> {
    let whole = split_by(text.as_bytes(), b',', usize::MAX);
    let trickled = split_by(text.as_bytes(), b',', 1);
    assert_eq!(format!("{whole:?}"), format!("{trickled:?}"), "it depends on how the bytes come");
    whole
}

fn fields(text: &str) -> Vec<Vec<String>> {
    split(text).unwrap().into_iter().map(|(_, fields)| fields).collect()
}

#[test]
fn records_are_split_by_the_book() {
    for (text, expected) in [
        ("a,b\nc,d\n", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a,b\r\nc,d", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a,b\rc,d\r", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a,\n,b", vec![vec!["a", ""], vec!["", "b"]]),
        ("\n\na", vec![vec![""], vec![""], vec!["a"]]),
        ("\"a,b\",c", vec![vec!["a,b", "c"]]),
        ("\"a \"\"b\"\"\",c", vec![vec!["a \"b\"", "c"]]),
        ("\"a\nb\",c\nd,e", vec![vec!["a\nb", "c"], vec!["d", "e"]]),
        ("\"\",\"\"\n", vec![vec!["", ""]]),
        ("\"a\" ,b", vec![vec!["a", "b"]]),
        ("5\" pipe,b", vec![vec!["5\" pipe", "b"]]),
        ("\"5\" pipe\",b", vec![vec!["5\" pipe", "b"]]),
        ("\"El \"Sol\" bar\",b", vec![vec!["El \"Sol\" bar", "b"]]),
        ("ñ,\"ü\nß\"", vec![vec!["ñ", "ü\nß"]]),
    ] {
        assert_eq!(fields(text), expected, "{text:?}");
    }
    assert!(split("").unwrap().is_empty());
}

#[test]
fn a_record_knows_the_line_on_which_it_begins() {
    let lines: Vec<u64> =
        split("a\n\"b\n\nc\",d\r\ne\n").unwrap().into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [1, 2, 5]);
    let lines: Vec<u64> = split("a\rb\rc").unwrap().into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [1, 2, 3]);
}

#[test]
fn a_quote_that_is_never_closed_is_told_where_it_opened() {
    for (text, place) in [
        ("a,b\nc,\"d\ne,f\n", (2, 3)),
        ("\"", (1, 1)),
        ("a\nñ,\"x", (2, 3)),
        // The next quote opens another text: the one before it was forgotten.
        ("1,\"Acme,Madrid\n2,\"Foo, Inc\",Paris\n", (1, 3)),
        ("x,\"a\nb\",\"c\n", (2, 4)),
    ] {
        match split(text) {
            Err(Problem::UnclosedQuote { line, column }) => assert_eq!((line, column), place, "{text:?}"),
            other => panic!("{text:?}: {other:?}"),
        }
    }
}

#[test]
fn a_text_over_a_thousand_lines_is_a_forgotten_quote() {
    let text = |lines: usize| format!("a\n\"{}\",b\n", "x\n".repeat(lines));
    assert_eq!(split_by(text(1_000).as_bytes(), b',', 1 << 16).unwrap().len(), 2);
    let swallowed = split_by(text(1_001).as_bytes(), b',', 1 << 16);
    assert!(matches!(swallowed, Err(Problem::UnclosedQuote { line: 2, column: 1 })), "{swallowed:?}");
}

#[test]
fn nul_and_foreign_bytes_are_told_by_line_and_column() {
    let problem = |text: &[u8]| split_by(text, b',', 4).unwrap_err();
    assert!(matches!(problem(b"a,b\nc,\0"), Problem::Nul { line: 2, column: 3 }));
    assert!(matches!(problem(b"a\n\"x\ny\0\""), Problem::Nul { line: 3, column: 2 }));
    let latin1 = problem(b"a,b\n\xc3\xb1,Pe\xf1a\n");
    assert!(matches!(latin1, Problem::NotUtf8 { line: 2, column: 5, byte: 0xf1 }), "{latin1:?}");
    // Two halves of a character in neighbouring fields are no character.
    assert!(matches!(problem(b"a\xc3,\xb1b\n"), Problem::NotUtf8 { line: 1, column: 2, byte: 0xc3 }));
}

#[test]
fn memory_does_not_grow_with_a_line() {
    struct Endless(u64);
    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            assert!(self.0 < 100, "it reads on and on");
            buffer.fill(b'x');
            Ok(buffer.len())
        }
    }
    let mut records = Records::new(Endless(0), b',', 1);
    let problem = records.next(&mut Record::default());
    assert!(matches!(problem, Err(Problem::LongLine { line: 1 })), "{problem:?}");
    assert!(records.buffer.capacity() <= MAX_RECORD + 2 * CHUNK, "{}", records.buffer.capacity());

    let field = "y".repeat(MAX_RECORD + CHUNK);
    let quoted = split_by(format!("a\n\"{field}\",b\n").as_bytes(), b',', usize::MAX);
    assert!(matches!(quoted, Err(Problem::UnclosedQuote { line: 2, column: 1 })), "{quoted:?}");
}

#[test]
fn a_record_that_is_cut_off_is_known() {
    let closed = |text: &str| {
        let mut records = Records::new(text.as_bytes(), b',', 1);
        let mut record = Record::default();
        while records.next(&mut record).unwrap() {}
        records.closed()
    };
    assert!(closed("a,b\n"));
    assert!(closed("a,b\r\n"));
    assert!(!closed("a,b"));
    assert!(!closed("a,\"b\""));
}

/// Writes fields as CSV, quoted where they must be.
fn write(rows: &[Vec<String>], break_by: &str) -> String {
    let field = |field: &String| {
        if field.contains(['"', ',', '\n', '\r']) || field.is_empty() {
            format!("\"{}\"", field.replace('"', "\"\""))
        } else {
            field.clone()
        }
    };
    rows.iter().map(|row| row.iter().map(field).collect::<Vec<_>>().join(",") + break_by).collect()
}

proptest! {
    #[test]
    fn what_is_written_by_the_book_comes_back(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zñ\", \n]{0,6}", 1..4), 1..5),
        crlf: bool,
        chunk in 1..40_usize,
    ) {
        let text = write(&rows, if crlf { "\r\n" } else { "\n" });
        let read: Vec<Vec<String>> =
            split_by(text.as_bytes(), b',', chunk).unwrap().into_iter().map(|(_, fields)| fields).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn no_bytes_do_harm_and_how_they_come_does_not_matter(
        bytes in proptest::collection::vec(prop_oneof![Just(b'"'), Just(b','), Just(b'\n'), Just(b'\r'), any::<u8>()], 0..60),
        chunk in 1..10_usize,
    ) {
        let read = |chunk| {
            let mut records = Records::new(Trickle(&bytes, chunk), b',', 1);
            let (mut record, mut rows) = (Record::default(), Vec::new());
            loop {
                match records.next(&mut record) {
                    Ok(true) => rows.push((record.line, record.fields().map(str::to_owned).collect::<Vec<_>>())),
                    Ok(false) => return (rows, String::new()),
                    Err(problem) => return (rows, problem.to_string()),
                }
            }
        };
        prop_assert_eq!(read(chunk), read(usize::MAX));
    }
}

use super::*;
use proptest::prelude::*;

fn cleaned(input: &str, home: Home) -> Result<(String, bool), NumberError> {
    let mut out = String::from("#");
    let result = clean(input, home, 7, 15, &mut out);
    match result {
        Ok(changed) => Ok((out.split_off(1), changed)),
        Err(error) => {
            assert_eq!(out, "#", "an error leaves the buffer alone");
            Err(error)
        }
    }
}

#[test]
fn international_numbers() {
    let cases = [
        ("41793026727", "41793026727"),
        ("+41793026727", "41793026727"),
        ("0041793026727", "41793026727"),
        ("0 0 41 793026727", "41793026727"),
        ("+41 79 302 67 27", "41793026727"),
        ("\u{202a}+41\u{a0}79\u{202f}302\u{2007}67\u{2009}27\u{202c}", "41793026727"),
        ("\u{feff}41793026727\u{200b}", "41793026727"),
        ("\u{2068}+41793026727\u{2069}", "41793026727"),
        ("41\u{ad}793026727", "41793026727"),
        ("+1 (202) 555-0100", "12025550100"),
        ("(+1) [202] 555.0100", "12025550100"),
        ("1\u{2010}202\u{2011}555\u{2012}01\u{2013}0\u{2014}0", "12025550100"),
        ("1\u{2212}202\u{b7}5550100", "12025550100"),
        ("+ 1 202 555 0100", "12025550100"),
        ("\t12025550100 ", "12025550100"),
        // Italy keeps its zero, also in brackets with what follows.
        ("+39 06 698 12345", "390669812345"),
        ("+39 (06) 698 12345", "390669812345"),
        ("2540712345678", "2540712345678"),
        ("712345678", "712345678"),
        ("1234567", "1234567"),
        ("123456789012345", "123456789012345"),
        ("00123456789012345", "123456789012345"),
    ];
    for (input, expected) in cases {
        assert_eq!(cleaned(input, Home::International), Ok((expected.to_owned(), input != expected)), "{input}");
    }
}

#[test]
fn kenyan_numbers() {
    let cases = [
        ("254712345678", "254712345678"),
        ("+254 712 345 678", "254712345678"),
        ("00254712345678", "254712345678"),
        ("0712345678", "254712345678"),
        ("0112 345-678", "254112345678"),
        ("(07)12345678", "254712345678"),
        ("712345678", "254712345678"),
        ("112345678", "254112345678"),
        ("2540712345678", "254712345678"),
        ("+254 0112345678", "254112345678"),
        ("00 254 0 712345678", "254712345678"),
        ("255712345678", "255712345678"),
        ("+41 79 302 67 27", "41793026727"),
        ("12025550100", "12025550100"),
        ("7123456", "7123456"),
    ];
    for (input, expected) in cases {
        assert_eq!(cleaned(input, Home::Kenya), Ok((expected.to_owned(), input != expected)), "{input}");
    }
}

#[test]
fn refused_everywhere() {
    let character = |offset, character| NumberError::Character { offset, character };
    let cases = [
        ("", NumberError::Empty),
        (" ", NumberError::Empty),
        ("+", NumberError::Empty),
        ("()", NumberError::Empty),
        ("00", NumberError::Empty),
        ("+41 79 302 67 2x", character(15, 'x')),
        ("tel:+41793026727", character(0, 't')),
        ("41793026727/28", character(11, '/')),
        ("41793026727\n", character(11, '\n')),
        ("41793026727\r\n", character(11, '\r')),
        ("4179302\u{2028}6727", character(7, '\u{2028}')),
        ("41793026727\0", character(11, '\0')),
        ("\u{a0}\u{661}", character(2, '\u{661}')),
        ("４１７９３０２６７２７", character(0, '４')),
        ("41+793026727", character(2, '+')),
        ("++41793026727", character(1, '+')),
        ("41793026727+", character(11, '+')),
        ("41793026727,41793026728", character(11, ',')),
        ("4179302672O", character(10, 'O')),
        ("41\u{fffd}93026727", character(2, '\u{fffd}')),
        ("+44 (0) 20 7946 0958", NumberError::TrunkZero { offset: 4 }),
        ("+44(0)2079460958", NumberError::TrunkZero { offset: 3 }),
        ("0044 [ 0 ] 20 7946 0958", NumberError::TrunkZero { offset: 5 }),
        ("+254 (0) 712 345 678", NumberError::TrunkZero { offset: 5 }),
        ("+44 (0) 20 7946 095x", NumberError::TrunkZero { offset: 4 }),
        ("+44x (0) 20 7946 0958", character(3, 'x')),
        ("+0712345678", NumberError::Local),
        ("000712345678", NumberError::Local),
        ("(0)20 7946 0958", NumberError::Local),
        ("02079460958", NumberError::Local),
        ("123456", NumberError::TooShort { digits: 6 }),
        ("+1 23", NumberError::TooShort { digits: 3 }),
        ("00123456", NumberError::TooShort { digits: 6 }),
        ("1234567890123456", NumberError::TooLong { digits: 16 }),
        ("+1234567890123456", NumberError::TooLong { digits: 16 }),
    ];
    for (input, error) in cases {
        assert_eq!(cleaned(input, Home::International), Err(error), "{input}");
        assert_eq!(cleaned(input, Home::Kenya), Err(error), "{input}");
    }
}

#[test]
fn local_only_where_there_is_no_home() {
    for input in ["0712345678", "07 1234 5678", "0112345678", "071234567", "00041793026727"] {
        assert_eq!(cleaned(input, Home::International), Err(NumberError::Local), "{input}");
    }
    let local_in_kenya = [
        "071234567",      // nine digits
        "07123456789",    // eleven digits
        "0412345678",     // a landline
        "254041234567",   // neither mobile nor 13 digits
        "25407123456789", // 14 digits
        "2540412345678",  // a landline with its zero
        "+712345678",     // a plus, but no country code: nobody's number
        "00712345678",
    ];
    for input in local_in_kenya {
        assert_eq!(cleaned(input, Home::Kenya), Err(NumberError::Local), "{input}");
    }
}

#[test]
fn bounds_are_for_the_cleaned_digits() {
    let mut out = String::new();
    assert_eq!(clean("0712345678", Home::Kenya, 11, 12, &mut out), Ok(true));
    assert_eq!(clean("0712345678", Home::Kenya, 7, 11, &mut out), Err(NumberError::TooLong { digits: 12 }));
    assert_eq!(clean("254712345678", Home::Kenya, 13, 15, &mut out), Err(NumberError::TooShort { digits: 12 }));
    assert_eq!(clean("1", Home::International, 0, 15, &mut out), Ok(false));
    assert_eq!(clean("", Home::International, 0, 15, &mut out), Err(NumberError::Empty));
    assert_eq!(clean("+1", Home::International, 9, 2, &mut out), Err(NumberError::TooShort { digits: 1 }));
    assert_eq!(out, "2547123456781");
}

#[test]
fn exact_forms() {
    let cases = [
        ("41793026727", Ok(()), Ok(())),
        ("254712345678", Ok(()), Ok(())),
        ("0712345678", Err(NumberError::Local), Ok(())),
        ("0112345678", Err(NumberError::Local), Ok(())),
        ("0412345678", Err(NumberError::Local), Err(NumberError::Local)),
        ("07123456", Err(NumberError::Local), Err(NumberError::Local)),
        ("712345678", Ok(()), Err(NumberError::Local)),
        ("2540712345678", Ok(()), Err(NumberError::Local)),
        ("0041793026727", Err(NumberError::Local), Err(NumberError::Local)),
    ];
    for (input, international, kenyan) in cases {
        assert_eq!(exact(input, Home::International, 7, 15), international, "{input}");
        assert_eq!(exact(input, Home::Kenya, 7, 15), kenyan, "{input}");
    }
    for home in [Home::International, Home::Kenya] {
        assert_eq!(exact("", home, 7, 15), Err(NumberError::Empty));
        assert_eq!(exact("+41793026727", home, 7, 15), Err(NumberError::Character { offset: 0, character: '+' }));
        assert_eq!(exact("4179 3026727", home, 7, 15), Err(NumberError::Character { offset: 4, character: ' ' }));
        assert_eq!(exact("417930", home, 7, 15), Err(NumberError::TooShort { digits: 6 }));
        assert_eq!(exact("4179302672712345", home, 7, 15), Err(NumberError::TooLong { digits: 16 }));
    }
}

#[test]
fn digits_for_comparison() {
    let mut out = String::new();
    for input in ["+254 712-345678", "|", "tel:0712345678", "", "none"] {
        digits_only(input, &mut out);
        out.push('|');
    }
    assert_eq!(out, "254712345678||0712345678|||");
}

/// The plainest reading of the rules, for numbers of digits only.
fn expected_in_kenya(digits: &str) -> Option<String> {
    let mobile = |rest: &str| rest.len() == 9 && (rest.starts_with('7') || rest.starts_with('1'));
    for prefix in ["2540", "254", "0", ""] {
        if let Some(rest) = digits.strip_prefix(prefix).filter(|rest| mobile(rest)) {
            return Some(format!("254{rest}"));
        }
    }
    let rest = digits.strip_prefix("00").unwrap_or(digits);
    if rest != digits && mobile(rest) {
        return None;
    }
    if rest != digits && rest.starts_with("2540") {
        return rest.strip_prefix("2540").filter(|rest| mobile(rest)).map(|rest| format!("254{rest}"));
    }
    let fits = (7..=15).contains(&rest.len()) && !rest.starts_with('0') && !rest.starts_with("2540");
    fits.then(|| rest.to_owned())
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(input in "[+(]{0,2}(00|254|2540|0|7|1)?[-0-9 .()]{0,18}|.{0,30}") {
        for home in [Home::International, Home::Kenya] {
            if let Ok((once, changed)) = cleaned(&input, home) {
                prop_assert_eq!(changed, once != input);
                prop_assert!(once.bytes().all(|byte| byte.is_ascii_digit()));
                prop_assert!((7..=15).contains(&once.len()));
                prop_assert_eq!(exact(&once, home, 7, 15), Ok(()));
                prop_assert_eq!(cleaned(&once, home), Ok((once, false)));
            }
        }
    }

    #[test]
    fn separators_make_no_difference(
        parts in prop::collection::vec(("[0-9]{1,4}", "[-. \u{a0}\u{202f}\u{2011}\u{200e}\u{ad}\t]{0,2}"), 1..6),
        plus in "\\+?",
    ) {
        let plain: String = parts.iter().map(|(digits, _)| digits.as_str()).collect();
        let spaced: String = parts.iter().flat_map(|(digits, separators)| [digits.as_str(), separators]).collect();
        for home in [Home::International, Home::Kenya] {
            let first = cleaned(&format!("{plus}{plain}"), home).map(|(number, _)| number);
            let second = cleaned(&format!("{plus}{spaced}"), home).map(|(number, _)| number);
            prop_assert_eq!(first, second);
        }
    }

    #[test]
    fn kenyan_digits_by_the_plain_rules(digits in "(00|0|254|2540|00254|002540)?[0-9]{5,14}|0?[17][0-9]{8}|00[17][0-9]{8}") {
        prop_assert_eq!(cleaned(&digits, Home::Kenya).ok().map(|(number, _)| number), expected_in_kenya(&digits));
    }

    #[test]
    fn offsets_name_the_character(input in "[0-9 +]{0,8}\\PC{0,4}") {
        if let Err(NumberError::Character { offset, character }) = cleaned(&input, Home::International) {
            prop_assert_eq!(input.get(offset..).and_then(|rest| rest.chars().next()), Some(character));
        }
        if let Err(NumberError::Character { offset, character }) = exact(&input, Home::Kenya, 7, 15) {
            prop_assert_eq!(input.get(offset..).and_then(|rest| rest.chars().next()), Some(character));
        }
    }

    #[test]
    fn any_bounds_are_kept(input in "[0-9+ ]{0,70}", min in 0_usize..70, max in 0_usize..70) {
        let mut out = String::new();
        for home in [Home::International, Home::Kenya] {
            out.clear();
            if clean(&input, home, min, max, &mut out).is_ok() {
                prop_assert!((min..=max).contains(&out.len()));
            }
        }
    }
}

use super::*;

/// The default alphabet, and the extension but for the euro sign: the 137 characters, line by line of ASCII's order.
const GSM7: &str = "\n\u{c}\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~\
    ¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ€";

fn is_gsm7(text: &str) -> bool {
    text.chars().all(|character| GSM7.contains(character))
}

fn every_character() -> impl Iterator<Item = char> {
    // Between and behind are ideographs, and what has no meaning yet.
    ('\0'..='\u{ffff}').chain('\u{1f000}'..='\u{1ffff}').chain('\u{e0000}'..='\u{e0fff}')
}

fn becomes(text: &str, scheme: Scheme, expected: &str) {
    assert_eq!(transliterate(text, scheme).text, expected, "{text} by {scheme}");
}

#[test]
fn names() {
    assert_eq!(GSM7.chars().count(), 137);
    let names: Vec<&str> = Scheme::ALL.iter().map(|scheme| scheme.as_str()).collect();
    let documented = "TURKISH GREEK CYRILLIC SERBIAN_CYRILLIC BULGARIAN_CYRILLIC CENTRAL_EUROPEAN BALTIC PORTUGUESE COLOMBIAN NON_UNICODE";
    assert_eq!(names.join(" "), documented);
    for scheme in Scheme::ALL {
        assert_eq!(Scheme::from_text(scheme.as_str()), Some(*scheme));
        assert_eq!(scheme.to_string(), scheme.as_str());
    }
    assert_eq!((Scheme::from_text("greek"), Scheme::from_text("NONE")), (None, None));
}

#[test]
fn the_vendors_example() {
    let text = "Ως Μεγαρικό ψήφισμα είναι γνωστή η απόφαση της Εκκλησίας του δήμου των Αθηναίων (πιθανόν γύρω στο 433/2 π.Χ.) να επιβάλει αυστηρό και καθολικό εμπάργκο στα";
    let shown = "ΩΣ MEΓAPIKO ΨHΦIΣMA EINAI ΓNΩΣTH H AΠOΦAΣH THΣ EKKΛHΣIAΣ TOY ΔHMOY TΩN AΘHNAIΩN (ΠIΘANON ΓYPΩ ΣTO 433/2 Π.X.) NA EΠIBAΛEI AYΣTHPO KAI KAΘOΛIKO EMΠAPΓKO ΣTA";
    becomes(text, Scheme::Greek, shown);
    becomes(text, Scheme::NonUnicode, shown);
    assert!(is_gsm7(shown));
}

#[test]
fn the_charts_are_whole() {
    // One cell short, and every letter behind it would be another.
    for (letter, expected) in
        [('À', "A"), ('ɏ', "y"), ('Ḁ', "A"), ('ỹ', "y"), ('ƶ', "z"), ('ǿ', "ø"), ('Ȁ', "A"), ('ỿ', "y")]
    {
        assert_eq!(suggestion(letter), Some(expected), "{letter}");
    }
    for (letter, expected) in [('ἀ', "A"), ('ῼ', "Ω"), ('ᾀ', "A"), ('ῥ', "P"), ('\u{2126}', "Ω")] {
        assert_eq!(suggestion(letter), Some(expected), "{letter}");
    }
}

#[test]
fn what_is_written_is_of_gsm7_and_what_is_replaced_is_not() {
    for scheme in Scheme::ALL {
        for character in every_character() {
            let Some(to) = scheme.of(character) else { continue };
            assert!(is_gsm7(to), "{character:?} becomes {to} by {scheme}");
            assert!(!GSM7.contains(character), "{character:?} by {scheme}");
        }
    }
}

#[test]
fn capitals_are_those_of_their_small_letters() {
    for scheme in Scheme::ALL {
        for small in every_character().filter(|character| !"ıĸŉſªºiḉ".contains(*character)) {
            let (Some(to), Some(capital)) = (scheme.of(small), small.to_uppercase().next()) else { continue };
            let alone = small.to_uppercase().count() == 1 && capital.to_lowercase().eq([small]);
            if let Some(of_capital) = scheme.of(capital).filter(|_| alone && capital != small) {
                assert_eq!(of_capital.to_lowercase(), to.to_lowercase(), "{small} by {scheme}");
            }
        }
    }
    // Every multi-letter capital of the tables can be written as a whole in capitals.
    for character in every_character() {
        for to in Scheme::ALL.iter().filter_map(|scheme| scheme.of(character)) {
            let has_capitals = parts(CAPITALS, b' ').any(|capitals| capitals.eq_ignore_ascii_case(to));
            assert!(!is_title(to) || to == "No" || has_capitals, "{to}");
        }
    }
}

#[test]
fn alphabets() {
    use Scheme::{
        Baltic, BulgarianCyrillic, CentralEuropean, Colombian, Cyrillic, NonUnicode, Portuguese, SerbianCyrillic,
        Turkish,
    };
    for (text, scheme, expected) in [
        ("âçğıîöşüû ÂÇĞİÎÖŞÜÛ", Turkish, "acgiiösüu AÇGIIÖSÜU"),
        ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", Cyrillic, "abvgdeyozhziyklmnoprstufkhtschshshchyeyuya"),
        ("ґєії ўі", Cyrillic, "gyeiyi ui"),
        ("абвгдђежзијклљмнњопрстћуфхцчџш", SerbianCyrillic, "abvgddjezzijklljmnnjoprstcufhccdzs"),
        ("ѓѕќ čćđšž", SerbianCyrillic, "gjdzkj ccdjsz"),
        ("абвгдежзийклмнопрстуфхцчшщъьюя", BulgarianCyrillic, "abvgdezhziyklmnoprstufhtschshshtayyuya"),
        (
            "ąćęłńóśźż áčďéěíňřšťúůý äôĺľŕ őűöü ăâîșțşţ đ",
            CentralEuropean,
            "acelnoszz acdéeinrstuuy äollr öüöü aaistst dj",
        ),
        ("āčēģīķļņšūž ąčęėįšųūž õäöü", Baltic, "acegiklnsuz aceeisuuz oäöü"),
        ("áâãàçéêíóôõú ÁÂÃÀÇÉÊÍÓÔÕÚ 1ª 2º", Portuguese, "aaaàcéeiooou AAAAÇÉEIOOOU 1a 2o"),
        ("áéíóúüñ ÁÉÍÓÚÜÑ ¿¡", Colombian, "aéiouüñ AÉIOUÜÑ ¿¡"),
        ("Dvořák, Nguyễn Thị Ánh, Þór, œuvre, ﬁn, ŋ, ə", NonUnicode, "Dvorak, Nguyen Thi Anh, Thor, oeuvre, fin, n, e"),
        ("Ђоковић, Київ, Αθήνα, ＡＢ｀￥", NonUnicode, "Djokovic, Kiyiv, AΘHNA, AB'¥"),
    ] {
        becomes(text, scheme, expected);
        assert!(is_gsm7(expected));
    }
    // Other languages' letters stay.
    becomes("ş я ñ", Scheme::Baltic, "ş я ñ");
    becomes("ą α", Scheme::Cyrillic, "ą α");
}

#[test]
fn capitals_in_a_word_of_capitals() {
    for (text, expected) in [
        ("Щука", "Shchuka"),
        ("ЩУКА", "SHCHUKA"),
        ("БОРЩ", "BORSHCH"),
        ("БОРЩ!", "BORSHCH!"),
        ("ОТЕЦЬ", "OTETS"),
        ("ОБЪЯВЛЕНИЕ", "OBYAVLENIE"),
        ("ЖЖ", "ZHZH"),
        ("Я иду", "Ya idu"),
        ("Я", "Ya"),
        ("Жщ", "Zhshch"),
        ("ЮNESCO", "YUNESCO"),
    ] {
        becomes(text, Scheme::Cyrillic, expected);
    }
    becomes("ŒUVRE Œuvre ÞÓR Þór", Scheme::NonUnicode, "OEUVRE Oeuvre THOR Thor");
}

#[test]
fn the_end_of_a_bulgarian_word() {
    becomes("София, БЪЛГАРИЯ и приятел", Scheme::BulgarianCyrillic, "Sofia, BALGARIA i priyatel");
    becomes("Мария", Scheme::Cyrillic, "Mariya");
    becomes("моя", Scheme::BulgarianCyrillic, "moya");
}

#[test]
fn punctuation_in_every_scheme() {
    for scheme in Scheme::ALL {
        becomes("“It’s” – «so»…\u{a0}•\u{2009}`x`\t\u{2028}€", *scheme, "\"It's\" - \"so\"... - 'x' \n€");
        becomes("\u{feff}a\u{ad}b\u{200b}c\u{2060}d\u{200e}e\0", *scheme, "abcde");
        // Joiners and direction marks of other scripts and of pictures stay, where they are needed.
        becomes("👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}", *scheme, "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}");
        becomes("\u{2067}שלום\u{2069} a\u{200d}b", *scheme, "\u{2067}שלום\u{2069} ab");
        becomes("🏴\u{e0067}\u{e007f} 1\u{fe0f}\u{20e3} €\u{fe0f}", *scheme, "🏴\u{e0067}\u{e007f} 1 €");
    }
    becomes("1½ ½ m² 10¹² H₂O 5°", Scheme::NonUnicode, "1 1/2 1/2 m^2 10^12 H2O 5deg");
    becomes("™\u{fe0f} ©", Scheme::NonUnicode, "TM (c)");
    becomes("½ © ²", Scheme::Greek, "½ © ²");
}

#[test]
fn letters_in_pieces() {
    for (text, scheme, expected) in [
        ("cafe\u{301}", Scheme::Greek, "café"),
        ("s\u{327}i\u{307}I\u{307}", Scheme::Turkish, "siI"),
        ("n\u{303}c\u{301}", Scheme::Turkish, "ñc\u{301}"),
        ("и\u{306}е\u{308}за\u{301}мок", Scheme::Cyrillic, "yyozamok"),
        ("Ω\u{301}ι\u{308}\u{301}", Scheme::Greek, "ΩI"),
        ("e\u{323}\u{302}u\u{308}\u{301}x\u{304}", Scheme::NonUnicode, "eüx"),
        ("o\u{30b}", Scheme::CentralEuropean, "ö"),
        // A mark that strikes out stays, for without it the sign would say the opposite.
        ("=\u{338}", Scheme::NonUnicode, "=\u{338}"),
    ] {
        becomes(text, scheme, expected);
    }
}

#[test]
fn the_report() {
    let transliterated = transliterate("a’e\u{301}\u{200b}Я", Scheme::Cyrillic);
    assert_eq!(transliterated.text, "a'éYa");
    let told: Vec<_> =
        transliterated.replaced.iter().map(|one| (one.position, one.original, one.replacement)).collect();
    assert_eq!(told, [(1, "’", "'"), (4, "e\u{301}", "é"), (7, "\u{200b}", ""), (10, "Я", "Ya")]);
    for text in ["", "plain", "{€}", "é ñ Ω", "漢字", "😀"] {
        let same = transliterate(text, Scheme::NonUnicode);
        assert!(matches!(same.text, Cow::Borrowed(whole) if whole == text) && same.replaced.is_empty(), "{text}");
    }
}

#[test]
fn suggestions() {
    for (character, expected) in [
        ('’', "'"),
        ('`', "'"),
        ('—', "-"),
        ('…', "..."),
        ('\u{a0}', " "),
        ('\t', " "),
        ('\u{200b}', ""),
        ('\u{feff}', ""),
        ('\u{2028}', "\n"),
        ('½', "1/2"),
        ('²', "^2"),
        ('ç', "c"),
        ('Ł', "L"),
        ('Я', "Ya"),
        ('α', "A"),
        ('Ａ', "A"),
        ('₹', "INR"),
        ('\u{301}', ""),
    ] {
        assert_eq!(suggestion(character), Some(expected), "{character:?}");
    }
    for character in GSM7.chars().chain("😀漢あ한अعא\u{fffd}".chars()) {
        assert_eq!(suggestion(character), None, "{character:?}");
    }
}

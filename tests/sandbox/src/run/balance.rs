//! What an account has left, in hundred-thousandths, so that a documented balance such as 47.79134 is held exactly.

const ONE: i64 = 100_000;

/// An amount of money, or of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Amount(i64);

impl Amount {
    pub(crate) const fn units(units: i64) -> Self {
        Self(units * ONE)
    }

    pub(crate) const fn cents(cents: i64) -> Self {
        Self(cents * (ONE / 100))
    }

    /// Reads digits with at most five behind the point.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) || fraction.len() > 5 {
            return None;
        }
        let whole: i64 = whole.parse().ok().filter(|whole| *whole <= 1_000_000_000_000)?;
        Some(Self(whole * ONE + format!("{fraction:0<5}").parse::<i64>().ok()?))
    }

    /// All digits that count, two behind the point at least.
    pub(crate) fn exact(self) -> String {
        let text = format!("{}.{:05}", self.0 / ONE, self.0 % ONE);
        let (head, tail) = text.split_at(text.len() - 3);
        format!("{head}{}", tail.trim_end_matches('0'))
    }

    /// Two digits behind the point, the rest cut off.
    pub(crate) fn short(self) -> String {
        format!("{}.{:02}", self.0 / ONE, self.0 % ONE / (ONE / 100))
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    pub(crate) fn times(self, count: usize) -> Self {
        Self(self.0.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// Takes a price away if there is so much.
    pub(crate) fn pay(&mut self, price: Self) -> bool {
        let enough = price.0 <= self.0;
        if enough {
            self.0 -= price.0;
        }
        enough
    }
}

/// What each gateway's account has left in one run.
#[derive(Debug)]
pub(crate) struct Balances {
    pub(crate) infobip: Amount,
    pub(crate) smslist: Amount,
    pub(crate) blackkonnect: Amount,
    /// The account that the reseller credits (smslist reference, section 3.7).
    pub(crate) child: Amount,
}

impl Balances {
    pub(crate) const NAMES: [&str; 3] = ["infobip", "smslist", "blackkonnect"];

    /// The account of a gateway.
    pub(crate) fn of(&mut self, dialect: &str) -> &mut Amount {
        match dialect {
            "infobip" => &mut self.infobip,
            "smslist" => &mut self.smslist,
            _ => &mut self.blackkonnect,
        }
    }

    /// What a message of so many parts costs: 0.01 EUR a part, as the samples of reports have it; a unit a part; and
    /// what the `cost` of a status says.
    pub(crate) fn price(dialect: &str, parts: usize) -> Amount {
        match dialect {
            "infobip" => Amount::cents(1).times(parts),
            "smslist" => Amount::units(1).times(parts),
            _ => Amount::units(1).times(parts).plus(Amount::cents(80)),
        }
    }
}

impl Default for Balances {
    fn default() -> Self {
        let much = Amount::units(1_000_000);
        Self { infobip: much, smslist: much, blackkonnect: much, child: Amount::units(524) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        let read = |text| Amount::read(text).map(|amount| (amount.exact(), amount.short()));
        let pair = |exact: &str, short: &str| Some((exact.to_owned(), short.to_owned()));
        assert_eq!(read("47.79134"), pair("47.79134", "47.79"));
        assert_eq!(read("545"), pair("545.00", "545.00"));
        assert_eq!(read("0.5"), pair("0.50", "0.50"));
        for bad in ["", ".", "1.", ".5", "-1", "1e3", "0.000001", "9999999999999"] {
            assert_eq!(read(bad), None, "{bad}");
        }
        let mut left = Amount::units(2);
        assert!(left.pay(Amount::cents(150)) && !left.pay(Amount::cents(51)) && left.pay(Amount::cents(50)));
        assert_eq!(left.short(), "0.00");
    }
}

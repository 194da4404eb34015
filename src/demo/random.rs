//! Chance that is the same on every machine and run: whole numbers from a seed. Not for secrets.

/// A stream of numbers (`SplitMix64`, Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A stream of its own for each topic and thing, so that one more number drawn for one changes no other.
    pub fn of(topic: u64, thing: usize) -> Self {
        let thing = u64::try_from(thing).unwrap_or(u64::MAX);
        let mut seed =
            Self(topic.wrapping_mul(0x9E6D_62D0_6F6A_9A9B) ^ thing.wrapping_mul(0xD1B5_4A32_D192_ED03));
        Self(seed.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// 0 to `end` - 1; 0 when there is nothing to choose from.
    fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// From `least` to `most`, both of them possible.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = u64::try_from(most - least).map_or(0, |width| width + 1);
        least + i64::try_from(self.below(width)).unwrap_or(0)
    }

    /// A number of days from `least` to `most`.
    pub fn days(&mut self, least: i32, most: i32) -> i32 {
        i32::try_from(self.between(least.into(), most.into())).unwrap_or(least)
    }

    /// From `least` to `most`, small numbers more often than large ones.
    pub fn skewed(&mut self, least: i64, most: i64) -> i64 {
        let (first, second) = (self.between(0, 1_000), self.between(0, 1_000));
        least + (most - least) * first * second / 1_000_000
    }

    /// True in `percent` cases of a hundred.
    pub fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// `value` give or take `percent`.
    pub fn about(&mut self, value: i64, percent: i64) -> i64 {
        value * self.between(100 - percent, 100 + percent) / 100
    }

    /// One of them.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let place = self.below(u64::try_from(of.len()).unwrap_or(0));
        of.get(usize::try_from(place).ok()?)
    }

    /// One of the texts; nothing when there are none.
    pub fn word(&mut self, of: &[&'static str]) -> &'static str {
        self.pick(of).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_in_their_range_and_reach_its_ends() {
        let mut random = Random::of(1, 2);
        let mut seen = [false; 5];
        for _ in 0..200 {
            let number = random.between(-2, 2);
            seen[usize::try_from(number + 2).unwrap()] = true;
            assert!((90..=110).contains(&random.about(100, 10)));
            assert!((3..=9).contains(&random.skewed(3, 9)));
        }
        assert_eq!(seen, [true; 5]);
        assert_eq!(random.pick::<u8>(&[]), None);
    }

    #[test]
    fn a_stream_is_its_own_and_always_the_same() {
        let draw = |topic, thing| {
            let mut random = Random::of(topic, thing);
            [random.between(0, 1_000_000), random.between(0, 1_000_000)]
        };
        assert_eq!(draw(1, 7), draw(1, 7));
        assert_ne!(draw(1, 7), draw(1, 8));
        assert_ne!(draw(1, 7), draw(2, 7));
    }
}

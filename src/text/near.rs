//! The word that was probably meant.

/// Longer words are not compared: nobody mistypes one of ours that way.
const LONGEST: usize = 40;

/// The nearest of the words, at most a third of whose letters are wrong, and no more than two.
pub fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().take(LONGEST + 1).count();
    if length > LONGEST {
        return None;
    }
    let (distance, near) = words
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= 2)
        .map(|candidate| (edits(word, candidate), candidate))
        .min_by_key(|(distance, _)| *distance)?;
    (distance <= (length.max(near.chars().count()) / 3).min(2)).then_some(near)
}

/// Letters to insert, delete, replace, or swap with their neighbour (optimal string alignment).
pub fn edits(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=right.len()).collect()];
    for i in 1..=left.len() {
        let mut row = vec![i];
        for j in 1..=right.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            let swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if swapped {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[left.len()][right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_count_a_swap_once() {
        assert_eq!(edits("lnues", "lunes"), 1);
        assert_eq!(edits("", "abc"), 3);
        assert_eq!(edits("kitten", "sitting"), 3);
    }

    #[test]
    fn only_what_is_near_is_proposed() {
        assert_eq!(nearest("ciudaz", ["city", "ciudad"]), Some("ciudad"));
        assert_eq!(nearest("xyz", ["city", "ciudad"]), None);
        assert_eq!(nearest(&"x".repeat(100_000), ["city"]), None);
        assert_eq!(nearest("a", ["e"]), None);
    }
}

//! The surveys and what was sent of them. Sending one is a contact: it writes an interaction in the same action.

use super::error::Error;
use super::journal::Action;
use super::request::Candidate;
use super::rows::{clean, clean_lines, day};
use super::tables::{Key, Table};
use super::{clients, interactions};
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId, InteractionId, SurveyAnswerId, SurveyId};
use crate::domain::interaction::InteractionDraft;
use crate::domain::kinds::{Direction, InteractionKind};
use crate::domain::survey::{LastScore, Scale, SurveyDraft, SurveyFigures};
use crate::text::fold::fold;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use std::collections::HashMap;

/// What was sent, as a form edits it.
pub fn open(connection: &Connection, id: SurveyAnswerId) -> Result<SurveyDraft, Error> {
    connection
        .prepare_cached(
            "SELECT a.id, a.rev, a.client_id, a.contact_id, a.survey_id, v.name, v.scale_min, v.scale_max,
                    a.interaction_id, a.sent_day, a.answered_day, a.score, a.comment
             FROM survey_answer a JOIN survey v ON v.id = a.survey_id WHERE a.id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok(SurveyDraft {
                id: Some(SurveyAnswerId(row.get(0)?)),
                rev: row.get(1)?,
                client: ClientId(row.get(2)?),
                contact: row.get::<_, Option<i64>>(3)?.map(ContactId),
                survey: Some(SurveyId(row.get(4)?)),
                name: row.get(5)?,
                scale: scale(row, 6)?,
                interaction: row.get::<_, Option<i64>>(8)?.map(InteractionId),
                sent: Day(row.get(9)?),
                answered: day(row, 10)?,
                score: row.get(11)?,
                comment: row.get(12)?,
            })
        })
        .optional()?
        .ok_or(Error::Gone)
}

/// A scale in two columns side by side.
pub fn scale(row: &Row<'_>, index: usize) -> rusqlite::Result<Scale> {
    Ok(Scale { min: row.get(index)?, max: row.get(index + 1)? })
}

/// A survey as it is stored.
struct Survey {
    id: SurveyId,
    name: String,
    scale: Scale,
    active: bool,
}

fn survey(row: &Row<'_>) -> rusqlite::Result<Survey> {
    let (id, name) = (SurveyId(row.get(0)?), row.get(1)?);
    Ok(Survey { id, name, scale: scale(row, 2)?, active: row.get::<_, i64>(4)? != 0 })
}

/// The survey that was sent last is the one that is likely meant.
const LATEST: &str =
    "(SELECT max(a.id) FROM survey_answer a WHERE a.survey_id = v.id) DESC NULLS LAST, v.id DESC";

fn surveys(connection: &Connection, order: &'static str) -> Result<Vec<Survey>, Error> {
    let surveys = connection
        .prepare_cached(&format!(
            "SELECT id, name, scale_min, scale_max, active FROM survey v ORDER BY {order}"
        ))?
        .query_map([], survey)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(surveys)
}

/// Sends the survey or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, draft: &SurveyDraft) -> Result<SurveyAnswerId, Error> {
    let draft =
        &SurveyDraft { name: clean(&draft.name), comment: clean_lines(&draft.comment), ..draft.clone() };
    let is_late = draft.answered.is_none_or(|day| day < draft.sent);
    if is_late && (draft.answered.is_some() || draft.score.is_some()) {
        return Err(Error::Refused { field: "answered_on" });
    }
    let client = clients::name(&action.transaction, draft.client)?;
    let before = draft.id.map(|id| open(&action.transaction, id)).transpose()?;
    let asked = ask(action, draft, before.as_ref().and_then(|before| before.survey))?;
    if draft.score.is_some_and(|score| !asked.scale.holds(score)) {
        return Err(Error::Refused { field: "score" });
    }
    let id = match before {
        None => {
            // What was answered long ago may still be written down.
            if draft.answered.is_none() {
                clients::refuse_archived(&action.transaction, draft.client)?;
            }
            let interaction = interactions::insert(action, &contact(draft, &asked))?;
            insert(action, draft, asked.id, interaction)?
        }
        Some(before) => {
            let id = draft.id.ok_or(Error::Gone)?;
            if (SurveyDraft { scale: before.scale, name: before.name.clone(), ..draft.clone() }) == before {
                return Ok(id);
            }
            if before.client != draft.client && draft.answered.is_none() {
                clients::refuse_archived(&action.transaction, draft.client)?;
            }
            move_contact(action, &before, draft, &asked)?;
            update(action, id, draft, asked.id)?;
            id
        }
    };
    action.describe(&format!("{client} · {}", asked.name), Some(draft.client))?;
    Ok(id)
}

/// The survey that is meant, which is made when there is none of its name.
fn ask(action: &mut Action<'_>, draft: &SurveyDraft, before: Option<SurveyId>) -> Result<Survey, Error> {
    let all = surveys(&action.transaction, "v.id")?;
    let name = fold(&draft.name);
    let found = all.into_iter().find(|survey| match draft.survey {
        Some(id) => survey.id == id,
        None => fold(&survey.name) == name,
    });
    match found {
        Some(survey) if !survey.active && before != Some(survey.id) => {
            Err(Error::Withdrawn { name: survey.name })
        }
        Some(survey) if draft.survey.is_none() && survey.scale != draft.scale => {
            Err(Error::Taken { field: "survey", by: survey.name })
        }
        Some(survey) => Ok(survey),
        None if draft.survey.is_some() => Err(Error::Gone),
        None => make(action, draft),
    }
}

fn make(action: &mut Action<'_>, draft: &SurveyDraft) -> Result<Survey, Error> {
    if draft.name.is_empty() {
        return Err(Error::Refused { field: "survey" });
    }
    if !draft.scale.is_scale() {
        return Err(Error::Refused { field: "scale" });
    }
    let key = action.insert(Table::Survey, |connection| {
        connection
            .prepare_cached("INSERT INTO survey (name, scale_min, scale_max) VALUES (?1, ?2, ?3)")?
            .execute(params![draft.name, draft.scale.min, draft.scale.max])?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    let name = draft.name.clone();
    Ok(Survey { id: SurveyId(key.first()), name, scale: draft.scale, active: true })
}

/// The contact that sending it was.
fn contact(draft: &SurveyDraft, asked: &Survey) -> InteractionDraft {
    InteractionDraft {
        id: None,
        rev: 0,
        client: draft.client,
        contact: draft.contact,
        salesperson: None,
        kind: InteractionKind::Survey,
        direction: Direction::Out,
        day: draft.sent,
        minutes: None,
        outcome: None,
        text: asked.name.clone(),
    }
}

/// What was wrong about the survey was wrong about its contact.
fn move_contact(
    action: &mut Action<'_>,
    before: &SurveyDraft,
    draft: &SurveyDraft,
    asked: &Survey,
) -> Result<(), Error> {
    let told = |it: &SurveyDraft| (it.client, it.contact, it.sent);
    let is_same = told(before) == told(draft) && before.survey == Some(asked.id);
    let Some(id) = before.interaction.filter(|_| !is_same) else { return Ok(()) };
    let stored = interactions::open(&action.transaction, id)?;
    // What somebody wrote there stays.
    let text = if stored.text == before.name { asked.name.clone() } else { stored.text.clone() };
    let moved =
        InteractionDraft { client: draft.client, contact: draft.contact, day: draft.sent, text, ..stored };
    interactions::update(action, id, &moved)
}

fn insert(
    action: &mut Action<'_>,
    draft: &SurveyDraft,
    survey: SurveyId,
    interaction: InteractionId,
) -> Result<SurveyAnswerId, Error> {
    let key = action.insert(Table::SurveyAnswer, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO survey_answer (survey_id, client_id, contact_id, interaction_id, sent_day, answered_day,
                    score, comment)
                 VALUES (:survey, :client, :contact, :interaction, :sent, :answered, :score, :comment)",
            )?
            .execute(named_params! {
                ":survey": survey.0, ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0),
                ":interaction": interaction.0, ":sent": draft.sent.0,
                ":answered": draft.answered.map(|day| day.0), ":score": draft.score, ":comment": draft.comment,
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(SurveyAnswerId(key.first()))
}

fn update(
    action: &mut Action<'_>,
    id: SurveyAnswerId,
    draft: &SurveyDraft,
    survey: SurveyId,
) -> Result<(), Error> {
    action.update(Table::SurveyAnswer, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE survey_answer SET rev = rev + 1, survey_id = :survey, client_id = :client,
                    contact_id = :contact, sent_day = :sent, answered_day = :answered, score = :score,
                    comment = :comment
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":survey": survey.0, ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0),
                ":sent": draft.sent.0, ":answered": draft.answered.map(|day| day.0), ":score": draft.score,
                ":comment": draft.comment, ":id": id.0, ":rev": draft.rev,
            })
    })
}

/// Takes back what was sent, with the contact that it was; the survey itself stays for others.
pub fn delete(action: &mut Action<'_>, id: SurveyAnswerId) -> Result<(), Error> {
    let draft = open(&action.transaction, id)?;
    let client = clients::name(&action.transaction, draft.client)?;
    action.delete(Table::SurveyAnswer, &Key::id(id.0))?;
    if let Some(interaction) = draft.interaction {
        interactions::delete(action, interaction)?;
    }
    action.describe(&format!("{client} · {}", draft.name), Some(draft.client))
}

/// At most `limit` surveys that hold every word of the text, the one sent last first.
pub fn candidates(connection: &Connection, text: &str, limit: usize) -> Result<Vec<Candidate>, Error> {
    let wanted = fold(text);
    let is_found = |survey: &Survey| {
        let name = fold(&survey.name);
        survey.active && wanted.split_whitespace().all(|word| name.contains(word))
    };
    let found = surveys(connection, LATEST)?.into_iter().filter(is_found).take(limit);
    let candidate = |survey: Survey| Candidate {
        id: survey.id.0,
        detail: format!("{}–{}", survey.scale.min, survey.scale.max),
        label: survey.name,
        scale: Some(survey.scale),
        ..Candidate::default()
    };
    Ok(found.map(candidate).collect())
}

/// What came back of each survey, the one sent last first.
pub fn figures(connection: &Connection) -> Result<Vec<SurveyFigures>, Error> {
    let mut scores: HashMap<i64, Vec<(i64, i64)>> = HashMap::new();
    let mut statement = connection.prepare_cached(
        "SELECT survey_id, score, count(*) FROM survey_answer WHERE score IS NOT NULL
         GROUP BY survey_id, score ORDER BY survey_id, score",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        scores.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
    }
    let mut counts: HashMap<i64, (i64, i64)> = HashMap::new();
    let mut statement = connection.prepare_cached(
        "SELECT survey_id, count(*), count(answered_day) FROM survey_answer GROUP BY survey_id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        counts.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
    }
    let told = |survey: Survey| {
        let (sent, answered) = counts.get(&survey.id.0).copied().unwrap_or_default();
        let scores = scores.remove(&survey.id.0).unwrap_or_default();
        let (name, scale, active) = (survey.name, survey.scale, survey.active);
        SurveyFigures { survey: survey.id, name, scale, active, sent, answered, scores }
    };
    Ok(surveys(connection, LATEST)?.into_iter().map(told).collect())
}

/// The score that the client gave last.
pub fn last_score(connection: &Connection, client: ClientId) -> Result<Option<LastScore>, Error> {
    let found = connection
        .prepare_cached(
            "SELECT v.name, v.scale_min, v.scale_max, a.score, a.answered_day, coalesce(k.name, '')
             FROM survey_answer a JOIN survey v ON v.id = a.survey_id LEFT JOIN contact k ON k.id = a.contact_id
             WHERE a.client_id = ?1 AND a.score IS NOT NULL AND a.answered_day IS NOT NULL
             ORDER BY a.answered_day DESC, a.id DESC LIMIT 1",
        )?
        .query_row([client.0], |row| {
            Ok(LastScore {
                survey: row.get(0)?,
                scale: scale(row, 1)?,
                score: row.get(3)?,
                answered: Day(row.get(4)?),
                contact: row.get(5)?,
            })
        })
        .optional()?;
    Ok(found)
}

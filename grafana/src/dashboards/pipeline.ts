import { chosen, IN_TIME, rows, series, where } from '../influxql';
import { Language, PanelWords } from '../language';
import { column, curve, FILLED, limited, numbers, rowsOf, Sized } from '../panels';
import { Content, several } from '../shell';
import { Limits, Unit } from '../style';
import * as texts from '../texts/pipeline';

const { PANELS } = texts;
const FEED = chosen('feed', 'feed');
const JOB = chosen('job_name', 'job');

/** What Flink reports of the cluster is of now, also while a past day is on show. */
const LAST = '1h';

const TASK = 'taskmanager_job_task';
const OPERATOR = 'taskmanager_job_task_operator';

/** Before the first element, and after the last, watermarks are at the ends of what a number can hold. */
const A_DATE = '"value" > 0 AND "value" < 253402300800000';

/** The alerts job reads the taps a second time, and rejects the same ones without a dead letter. */
const NOT_READ_AGAIN = `"job_name" != 'alerts'`;

const BALANCE = 'sum("received") - sum("accepted") - sum("duplicate") - sum("late") - sum("rejected")';

export function pipeline(language: Language): Content {
  return {
    name: 'pipeline',
    description: texts.DESCRIPTION,
    variables: [
      several('feed', texts.FEED, 'SHOW TAG VALUES FROM "feed_ledger_1m" WITH KEY = "feed"', language),
      several('job', texts.JOB, 'SHOW TAG VALUES FROM "jobmanager_job_numRestarts" WITH KEY = "job_name"', language),
    ],
    refresh: '30s',
    groups: [
      {
        title: texts.GROUP_RECORDS,
        panels: [
          balance(language),
          ledger(language),
          flow(language),
          deadLetters(language),
          share(PANELS.late, 'late', language),
          share(PANELS.rejected, 'rejected', language),
        ],
      },
      { title: texts.GROUP_JOBS, panels: jobs(language) },
      {
        title: texts.GROUP_STORE,
        panels: [
          counter(PANELS.retries, 'influxRetries', language),
          counter(PANELS.refused, 'influxRefusedPoints', language),
        ],
      },
    ],
  };
}

function balance(language: Language): Sized {
  return numbers(
    {
      words: PANELS.balance,
      size: [8, 7],
      unit: 'count',
      limits: 'mustBeZero',
      filled: true,
      asks: [
        series(
          `SELECT ${BALANCE} AS "balance" FROM "feed_ledger_1m" ${where(IN_TIME, FEED)} GROUP BY "feed"`,
          '$tag_feed',
        ),
      ],
    },
    language,
  );
}

function ledger(language: Language): Sized {
  const columns = texts.LEDGER_COLUMNS;
  const sums = Object.keys(columns)
    .filter((name) => name !== 'feed' && name !== 'balance')
    .map((name) => `sum("${name}") AS "${name}"`);
  const query =
    `SELECT ${sums.join(', ')}, ${BALANCE} AS "balance" FROM "feed_ledger_1m" ${where(IN_TIME, FEED)} GROUP BY "feed"`;
  return rowsOf(
    {
      words: PANELS.ledger,
      size: [16, 7],
      unit: 'count',
      columns,
      asks: [rows(query)],
      overrides: [
        column(columns.balance, language, [limited('mustBeZero'), FILLED]),
      ],
    },
    language,
  );
}

function flow(language: Language): Sized {
  return curve(
    {
      words: PANELS.flow,
      size: [14, 8],
      unit: 'perMinute',
      step: '1m',
      asks: [
        series(
          `SELECT mean("received") FROM "feed_ledger_1m" ${where(IN_TIME, FEED)} ` +
            'GROUP BY time($__interval), "feed" fill(none)',
          '$tag_feed',
        ),
      ],
    },
    language,
  );
}

function deadLetters(language: Language): Sized {
  const last =
    `SELECT last("count") AS "count" FROM "${OPERATOR}_reason_deadLetters" ${where(IN_TIME, JOB, NOT_READ_AGAIN)} ` +
    'GROUP BY "job_name", "operator_name", "subtask_index", "reason"';
  return rowsOf(
    {
      words: PANELS.deadLetters,
      size: [10, 8],
      unit: 'count',
      last: LAST,
      columns: texts.DEAD_LETTER_COLUMNS,
      sorted: 'sum',
      asks: [rows(`SELECT sum("count") FROM (${last}) GROUP BY "job_name", "reason"`)],
    },
    language,
  );
}

function share(words: PanelWords, field: string, language: Language): Sized {
  return curve(
    {
      words,
      size: [12, 7],
      unit: 'share',
      step: '1h',
      limits: 'lateShare',
      bands: true,
      minimum: 0,
      asks: [
        series(
          `SELECT sum("${field}") / sum("received") FROM "feed_ledger_1m" ${where(IN_TIME, FEED)} ` +
            'GROUP BY time($__interval), "feed" fill(none)',
          '$tag_feed',
        ),
      ],
    },
    language,
  );
}

function jobs(language: Language): Sized[] {
  const step = 'GROUP BY time($__interval), "job_name" fill(none)';
  const over = (words: PanelWords, unit: Unit, limits: Limits, query: string): Sized =>
    curve(
      {
        words,
        size: [12, 8],
        unit,
        limits,
        bands: limits !== 'none',
        last: LAST,
        step: '10s',
        asks: [series(query, '$tag_job_name')],
      },
      language,
    );
  const last =
    `SELECT last("value") AS "value" FROM "${OPERATOR}_pendingRecords" ${where(IN_TIME, JOB)} ` +
    'GROUP BY time($__interval), "job_name", "operator_name", "subtask_index" fill(none)';
  const worst = (metric: string): string => `SELECT max("value") FROM "${TASK}_${metric}" ${where(IN_TIME, JOB)} ${step}`;
  const checkpoint = (metric: string): string =>
    `SELECT max("value") FROM "jobmanager_job_${metric}" ${where(IN_TIME, JOB, '"value" >= 0')} ${step}`;
  const watermark =
    `SELECT min("value") FROM "${OPERATOR}_currentInputWatermark" ${where(IN_TIME, JOB, A_DATE)} ${step}`;
  return [
    over(PANELS.lag, 'count', 'lag', `SELECT sum("value") FROM (${last}) ${where(IN_TIME)} ${step}`),
    over(PANELS.watermarks, 'moment', 'none', watermark),
    over(PANELS.checkpoints, 'milliseconds', 'checkpointDuration', checkpoint('lastCheckpointDuration')),
    over(PANELS.checkpointSize, 'bytes', 'none', checkpoint('lastCheckpointSize')),
    over(PANELS.backPressure, 'millisecondsPerSecond', 'backPressure', worst('backPressuredTimeMsPerSecond')),
    over(PANELS.busy, 'millisecondsPerSecond', 'none', worst('busyTimeMsPerSecond')),
    ofJob(PANELS.failed, 'numberOfFailedCheckpoints', 'failures', language),
    ofJob(PANELS.restarts, 'numRestarts', 'mustBeZero', language),
  ];
}

function ofJob(words: PanelWords, metric: string, limits: Limits, language: Language): Sized {
  return numbers(
    {
      words,
      size: [12, 6],
      unit: 'count',
      limits,
      filled: true,
      last: LAST,
      asks: [
        series(
          `SELECT last("value") FROM "jobmanager_job_${metric}" ${where(IN_TIME, JOB)} GROUP BY "job_name"`,
          '$tag_job_name',
        ),
      ],
    },
    language,
  );
}

function counter(words: PanelWords, metric: string, language: Language): Sized {
  const last =
    `SELECT last("count") AS "count" FROM "${OPERATOR}_${metric}" ${where(IN_TIME, JOB)} ` +
    'GROUP BY "job_name", "operator_name", "subtask_index"';
  return numbers(
    {
      words,
      size: [12, 6],
      unit: 'count',
      limits: 'mustBeZero',
      filled: true,
      last: LAST,
      asks: [series(`SELECT sum("count") FROM (${last}) GROUP BY "job_name"`, '$tag_job_name')],
    },
    language,
  );
}

import { PanelWords, Words } from '../language';

export const DESCRIPTION: Words = [
  '数据工程师用：每条数据的去向，以及作业本身的状态。Flink 的指标按机器时钟计时，相对时间范围下显示最近一小时。',
  'For data engineers: what became of every record, and how the jobs fare. Flink\'s metrics carry the clock\'s time; with a relative range the last hour is shown.',
];

export const GROUP_RECORDS: Words = ['数据', 'Records'];
export const GROUP_JOBS: Words = ['作业', 'Jobs'];
export const GROUP_STORE: Words = ['写入', 'Writing'];

export const PANELS = {
  balance: [
    '平衡（必须为 0）',
    'Balance (must be 0)',
    '收到 − 接受 − 重复 − 迟到 − 拒绝。红色：数据丢失或重复计数，立即停止发布并查该作业的日志；数据流动时短暂不为零属正常。',
    'Received − accepted − duplicate − late − rejected. Red: records are lost or counted twice; stop publishing and read the log of that job. While records flow it may be off for a moment.',
  ],
  ledger: [
    '账本',
    'Ledger',
    '每个数据源的去向。拒绝变多：看死信原因；修订变多：数据源在补审。',
    'What became of the records of each feed. Many rejected: look at the reasons. Many revised: the source is checking its past data.',
  ],
  flow: [
    '每分钟收到',
    'Received per minute',
    '断流：联系数据提供方，检查 Kafka 主题。',
    'Where it stops: call the provider and look at the Kafka topic.',
  ],
  deadLetters: [
    '死信（按原因）',
    'Dead letters by reason',
    '本次启动以来。raw_card_number：有人上传明文卡号，立即联系；unknown_site：更新登记表；其余：把 deadletters 主题里的样例发给数据提供方。',
    'Since the jobs were last started. raw_card_number: somebody sends card numbers, call at once; unknown_site: update the registry; others: show the provider examples from the topic deadletters.',
  ],
  late: [
    '迟到比例',
    'Late share',
    '红色：超过 5%。检查提供方的上传延迟；这些数据在 late 主题，未进入结果。',
    'Red, above 5 %: see why the provider delivers late. The records are in the topic late, and not in the results.',
  ],
  rejected: [
    '拒绝比例',
    'Rejected share',
    '红色：超过 5%。按死信原因联系数据提供方。',
    'Red, above 5 %: call the provider, with the reasons of the dead letters.',
  ],
  lag: [
    '积压',
    'Lag',
    'Kafka 中尚未读取的记录数。红色：超过 10 万，提高并行度或查反压。',
    'Records in Kafka that are not read yet. Red, above 100,000: raise the parallelism, or look for back-pressure.',
  ],
  watermarks: [
    '水位线',
    'Watermarks',
    '各作业最慢算子的事件时间。停住不前：某个分区断流，或有算子卡住。',
    'Event time of the slowest operator of each job. Where it stands still, a partition has gone silent or an operator is stuck.',
  ],
  checkpoints: [
    '检查点耗时',
    'Checkpoint duration',
    '红色：超过 2 分钟，看反压与状态大小。',
    'Red, above two minutes: look at back-pressure and at the size of state.',
  ],
  checkpointSize: [
    '检查点大小',
    'Checkpoint size',
    '持续增长：状态没有按期清除，核对水位线。',
    'When it only grows, state is not let go: look at the watermarks.',
  ],
  failed: [
    '失败的检查点',
    'Failed checkpoints',
    '红色：10 次及以上，在 Flink 页面看原因；连续失败会使结果停止提交。启动和停止时偶有一两次属正常。',
    'Red, ten or more: the Flink web UI tells the reason. While they fail, no results are committed. One or two at a start or a stop are normal.',
  ],
  restarts: [
    '重启次数',
    'Restarts',
    '红色：作业重启过，在 Flink 页面的 Exceptions 看原因。',
    'Red: the job was restarted; see Exceptions in the Flink web UI.',
  ],
  backPressure: [
    '反压',
    'Back-pressure',
    '每秒因下游而等待的毫秒数，取各作业最高的任务。红色：超过 500，下游（多为 InfluxDB）太慢或并行度不够。',
    'Milliseconds of a second in which the worst task of a job waits for those behind it. Red, above 500: InfluxDB is too slow, or the parallelism too low.',
  ],
  busy: [
    '繁忙',
    'Busy',
    '每秒工作的毫秒数，取各作业最高的任务。长期接近 1000：提高并行度。',
    'Milliseconds of a second in which the worst task of a job works. Near 1,000 for long: raise the parallelism.',
  ],
  retries: [
    'InfluxDB 重试',
    'InfluxDB retries',
    '本次启动以来。红色：InfluxDB 过载或连不上，检查其日志与磁盘。',
    'Since the jobs were last started. Red: InfluxDB is overloaded or away; look at its log and disk.',
  ],
  refused: [
    'InfluxDB 拒绝的点',
    'Points that InfluxDB refused',
    '本次启动以来。红色：看死信中的 store_refused，多为字段类型冲突。',
    'Since the jobs were last started. Red: read store_refused among the dead letters; mostly a field has another type there.',
  ],
} satisfies Record<string, PanelWords>;

export const LEDGER_COLUMNS = {
  feed: ['数据源', 'Feed'],
  received: ['收到', 'Received'],
  accepted: ['接受', 'Accepted'],
  revised: ['其中修订', 'Revised'],
  flagged: ['其中存疑', 'Flagged'],
  duplicate: ['重复', 'Duplicate'],
  late: ['迟到', 'Late'],
  rejected: ['拒绝', 'Rejected'],
  balance: ['平衡', 'Balance'],
} satisfies Record<string, Words>;

export const DEAD_LETTER_COLUMNS = {
  job_name: ['作业', 'Job'],
  reason: ['原因', 'Reason'],
  sum: ['条数', 'Count'],
} satisfies Record<string, Words>;

export const FEED: Words = ['数据源', 'Feed'];
export const JOB: Words = ['作业', 'Job'];

import { PanelWords, Words } from '../language';

export const DESCRIPTION: Words = [
  '客流：各城市、线路、站点，跨城出行与异地用卡。',
  'Ridership by city, route and stop, journeys between the cities, cards from elsewhere.',
];

export const GROUP_RIDERSHIP: Words = ['客流', 'Ridership'];
export const GROUP_BETWEEN: Words = ['城市之间', 'Between the cities'];
export const GROUP_LINES: Words = ['城际线路与数据质量', 'Lines between the cities, quality'];

export const PANELS = {
  transactions: [
    '刷卡次数',
    'Taps',
    '所选时段全部有效刷卡。为零：到“数据管道”看 transit.taps。',
    'All accepted taps of the time on show. None: look in Pipeline at transit.taps.',
  ],
  amount: [
    '票款',
    'Fares',
    '实付票款合计（元）。与刷卡次数不同步时，检查优惠规则和票价字段。',
    'Fares paid, in yuan. When they do not move with the taps, check discounts and the amounts in the feed.',
  ],
  discount: [
    '优惠',
    'Discounts',
    '票价与实付的差额（元）。突然升高：核对优惠活动。',
    'Difference of full and paid fares, in yuan. A sudden rise: check what offers are on.',
  ],
  transfers: [
    '换乘',
    'Transfers',
    '换乘次数。为零而客流正常：换乘标志可能缺失。',
    'Transfers. None while people ride: the transfer flag may be missing.',
  ],
  cityCurve: [
    '各城市逐时进站',
    'Entries per hour by city',
    '某城市曲线跌落：先查该城市数据，再查线路停运。',
    'Where a city falls off, check its feed first, then whether lines have stopped.',
  ],
  routeCurve: [
    '各线路进站（15 分钟）',
    'Entries by route, per 15 minutes',
    '只统计带线路号的刷卡；步长变大时为平均值。异常升高：核对大型活动，增派运力。',
    'Taps that carry a route; a mean where steps are longer. An unusual rise: look for events and send more vehicles.',
  ],
  stops: [
    '最忙站点',
    'Busiest stops',
    '所选时段进站最多的 20 个站点。首位远超其他站点：考虑限流，并看“预警”。',
    'The 20 stops with most entries of the time on show. One far above the rest: consider to limit access, and look at Alerts.',
  ],
  od: [
    '出行矩阵',
    'Origins and destinations',
    '城市间出行量：行为起点，列为终点。某方向为空：检查该方向的进出站配对（见“未配对”）。',
    'Journeys from the city of the row to that of the column. A direction without any: see whether its taps find their pair (unmatched taps).',
  ],
  roaming: [
    '异地用卡矩阵',
    'Cards from elsewhere',
    '行为发卡城市，列为使用城市。某发卡城市突然消失：联系其发卡机构。',
    'Taps by issuing city (row) and city of use (column). When an issuer vanishes, call it.',
  ],
  duration: [
    '出行时间中位数',
    'Journey time, median',
    '从进站到出站。整体升高：线路可能延误。',
    'From entry to exit. When all rise, lines may be delayed.',
  ],
  longDuration: [
    '出行时间 95 分位',
    'Journey time, 95th percentile',
    '最慢的 5% 至少用这么久。单独升高：有人滞留，检查拥挤站点。',
    'The slowest 5 % take at least this long. When only this rises, people are held up somewhere: look at crowded stops.',
  ],
  crossLines: [
    'S3 线与 K9 路',
    'S3 and K9',
    '成都—资阳的 S3 线和跨城公交 K9 路，每 15 分钟进站。跌到零：确认是否停运。',
    'Line S3 to Ziyang and cross-city bus K9, entries per 15 minutes. Down to nothing: ask whether they run.',
  ],
  unmatched: [
    '未配对刷卡',
    'Unmatched taps',
    '红色：有进站无出站，或有出站无进站的刷卡超过 500 次/时，检查该城市闸机上传是否迟到。',
    'Red, above 500 an hour: entries without an exit or exits without an entry. See whether the gates of that city deliver late.',
  ],
} satisfies Record<string, PanelWords>;

export const COLUMNS = {
  stop_id: ['站点', 'Stop'],
  top: ['进站', 'Entries'],
} satisfies Record<string, Words>;

export const NO_EXIT: Words = ['有进无出', 'no exit'];
export const NO_ENTRY: Words = ['有出无进', 'no entry'];
export const TO: Words = [' → ', ' → '];
export const ROUTE: Words = ['线路', 'Route'];
export const S3: Words = ['S3 线', 'Line S3'];
export const K9: Words = ['K9 路', 'Bus K9'];
export const TOTAL: Words = ['合计', 'Total'];

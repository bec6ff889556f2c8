import { PanelWords, Words } from '../language';

export const DESCRIPTION: Words = [
  '预警的发生、确认、解除；哪些规则常触发，哪些反复。供工作人员参考，对外发布由政府负责。',
  'How alerts come, are acknowledged and end; which rules fire and which flap. They advise staff; public warnings are the government\'s.',
];

export const GROUP_NOW: Words = ['现在', 'Now'];
export const GROUP_DAYS: Words = ['每日', 'By day'];
export const GROUP_RULES: Words = ['规则', 'Rules'];

export const PANELS = {
  active: [
    '当前预警',
    'Alerts going on',
    '正在持续的预警数，按级别。红色和橙色优先处理。',
    'Alerts that go on, by severity. See to the red and orange ones first.',
  ],
  open: [
    '待确认',
    'Not acknowledged',
    '最近一天结束时无人确认、也未整改的预警。只升不降：规则可能过严，或无人值班。',
    'Alerts that nobody had acknowledged or rectified at the end of the last day. When it only grows, rules are too strict, or nobody is on duty.',
  ],
  acknowledged: [
    '已确认待整改',
    'Acknowledged, to be mended',
    '已有人确认、尚未整改的预警。多日不降：催办。',
    'Alerts that somebody has acknowledged and not yet marked rectified. When it stays for days, ask how far they are.',
  ],
  overdue: [
    '超时未确认',
    'Overdue',
    '红色：5 个以上超过确认时限，联系值班负责人。',
    'Red, five or more past the time in which they must be acknowledged: call who is responsible.',
  ],
  timeline: [
    '预警走势',
    'Alerts over time',
    '持续中的预警数，按级别堆叠。突然成片：多为区域污染或数据源中断，看“空气质量”和“数据管道”。',
    'Alerts that go on, stacked by severity. Many at once: mostly pollution of the whole region, or a feed that stopped; see Air and Pipeline.',
  ],
  transitions: [
    '变化记录',
    'Transitions',
    '每次变化：时间、内容、级别、状态、数值与阈值。红色报警中：按内容中的建议处理。',
    'Each change: time, text, severity, state, value and threshold. Red and firing: do as the text advises.',
  ],
  found: [
    '每日发现与解除',
    'Found and resolved per day',
    '发现长期多于解除：积压，需要增派人手或调整规则。',
    'More found than resolved for long: a backlog that needs people, or rules that need changes.',
  ],
  resolve: [
    '解除用时中位数',
    'Time to resolve, median',
    '红色：超过一天，召开专题会，找出拖延环节。',
    'Red, above a day: meet and find out where it takes so long.',
  ],
  firing: [
    '触发最多的规则',
    'Rules that fire most',
    '所选时段新发预警数。远多于其他规则：核对阈值是否合适。',
    'New alerts by rule. Far more than the others: see whether its threshold fits.',
  ],
  flapping: [
    '反复的规则',
    'Rules that flap',
    '转入恢复中的次数；与新发数相近为正常。红色：20 次及以上，加长 for 或拉开解除阈值。',
    'How often alerts turned to recovering; about as often as new ones is normal. Red, 20 or more: lengthen `for`, or move the clear threshold away.',
  ],
} satisfies Record<string, PanelWords>;

export const COLUMNS = {
  Time: ['时间', 'Time'],
  severity: ['级别', 'Severity'],
  state: ['状态', 'State'],
  title: ['内容', 'Alert'],
  value: ['数值', 'Value'],
  threshold: ['阈值', 'Threshold'],
} satisfies Record<string, Words>;

export const FIRING_COLUMNS = {
  rule_id: ['规则', 'Rule'],
  count: ['新发', 'New alerts'],
} satisfies Record<string, Words>;

export const FLAPPING_COLUMNS = {
  rule_id: ['规则', 'Rule'],
  count: ['恢复次数', 'Recoveries'],
} satisfies Record<string, Words>;

export const RULE: Words = ['规则', 'Rule'];
export const FOUND: Words = ['发现', 'found'];
export const RESOLVED: Words = ['解除', 'resolved'];
export const RETRACTED: Words = ['撤回', 'retracted'];
export const TOTAL: Words = ['合计', 'Total'];

// The project's own list: readings in names of places, posts and organisations that the dictionaries leave open.
export const phrases = Object.fromEntries(`
长沙 chang sha|长春 chang chun|长江 chang jiang|长城 chang cheng|长安 chang an|长治 chang zhi|长乐 chang le|长三角 chang san jiao
会长 hui zhang|院长 yuan zhang|部长 bu zhang|局长 ju zhang|司长 si zhang|处长 chu zhang|市长 shi zhang|省长 sheng zhang|校长 xiao zhang
组长 zu zhang|社长 she zhang|台长 tai zhang|行长 hang zhang|理事长 li shi zhang|秘书长 mi shu zhang|长期 chang qi|长远 chang yuan
乐山 le shan|娱乐 yu le|音乐 yin yue|重庆 chong qing|重点 zhong dian|重要 zhong yao|贵重 gui zhong|首都 shou du|都江堰 du jiang yan
银行 yin hang|行业 hang ye|行政 xing zheng|行动 xing dong|央行 yang hang|人行 ren hang|分行 fen hang|商行 shang hang|支行 zhi hang
传播 chuan bo|传媒 chuan mei|传统 chuan tong|宣传 xuan chuan|传奇 chuan qi|传记 zhuan ji|便民 bian min|便利 bian li
调查 diao cha|调研 diao yan|协调 xie tiao|空调 kong tiao|六安 lu an|番禺 pan yu|蔚县 yu xian|西藏 xi zang|青藏 qing zang|收藏 shou cang
厦门 xia men|大厦 da sha|台州 tai zhou|丽水 li shui|东莞 dong guan|浒墅关 xu shu guan|铅山 yan shan|牟平 mu ping|单县 shan xian
解放 jie fang|解决 jie jue|数字 shu zi|联系 lian xi|系统 xi tong|关系 guan xi|率先 shuai xian|效率 xiao lv|朝阳 chao yang|降低 jiang di
模式 mo shi|规模 gui mo|模型 mo xing|三角 san jiao|地方 di fang|地区 di qu|地产 di chan|地理 di li|土地 tu di|基地 ji di|发展 fa zhan
车辆 che liang|汽车 qi che|六间房 liu jian fang|大夫 dai fu|大学 da xue|大会 da hui|会计 kuai ji|了解 liao jie|还原 huan yuan|参与 can yu
石家庄 shi jia zhuang|亳州 bo zhou|歙县 she xian|阿里 a li|贾平凹 jia ping wa|传承 chuan cheng|量子 liang zi|质量 zhi liang|参考 can kao
履行 lv xing|进行 jin xing|执行 zhi xing|实行 shi xing|举行 ju xing|发行 fa xing|践行 jian xing|行为 xing wei|流行 liu xing|旅行 lv xing
体系 ti xi|派系 pai xi|院系 yuan xi|家校 jia xiao|学校 xue xiao|高校 gao xiao|校园 xiao yuan|校友 xiao you|贝壳 bei ke|番茄 fan qie
重大 zhong da|重建 chong jian|重新 chong xin|重庆市 chong qing shi|长期 chang qi|增长 zeng zhang|成长 cheng zhang|长者 zhang zhe
`.trim().split(/[|\n]/).map(entry => [entry.split(' ')[0], entry.split(' ').slice(1).join(' ')]));

/** Further readings that names use, and ones that corpora count but names do not. */
export const further = { 藏: 'zang', 厦: 'xia', 校: 'jiao', 系: 'ji', 番: 'pan', 蔚: 'yu', 都: 'du', 行: 'hang', 率: 'lv' };
export const notInNames = new Set(['大 dai', '能 nai', '地 de', '见 xian', '見 xian', '六 lu', '句 gou', '落 la', '抹 ma', '还 huan', '還 huan',
  '觉 jiao', '覺 jiao', '着 zhao', '著 zhao', '似 shi', '埋 man', '差 ci', '佛 fu',
  '咽 ye', '呵 a', '勒 lei']);

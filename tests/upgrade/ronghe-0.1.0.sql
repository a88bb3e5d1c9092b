-- ronghe 0.1.0: made by tests/upgrade/make.sh, never edited.
PRAGMA application_id = 1380467778;
PRAGMA user_version = 23;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE site (
	number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 2147483647),
	machine TEXT NOT NULL,          -- hash of the machine-id it writes on
	made_at INTEGER NOT NULL,
	serial INTEGER NOT NULL,        -- the last one given out
	hash BLOB NOT NULL,             -- of its last journal row
	current INTEGER NOT NULL CHECK (current IN (0, 1)),
	first INTEGER NOT NULL CHECK (first IN (0, 1)) -- of this database
) STRICT;
INSERT INTO site VALUES(2017311397,'machine of office',1795395600,83,X'd2ecb4c1b789911674613026270970a7d2ac9b8003e27dd6d4cb3157a9646313',1,1);
CREATE TABLE change_head (
	id INTEGER PRIMARY KEY,
	lamport INTEGER NOT NULL,
	at INTEGER NOT NULL,
	operator_id INTEGER NOT NULL,
	operator_name TEXT NOT NULL,
	account TEXT NOT NULL,
	host TEXT NOT NULL,
	action TEXT NOT NULL,
	reason TEXT NOT NULL,
	undoes INTEGER NOT NULL,
	draft INTEGER NOT NULL,
	n_rows INTEGER NOT NULL
) STRICT;
INSERT INTO change_head VALUES(8664286475963072513,1,1795395600,0,'','clerk','office','init','',0,0,5);
INSERT INTO change_head VALUES(8664286475963072519,2,1795395600,0,'','clerk','office','init','',0,0,12);
INSERT INTO change_head VALUES(8664286475963072532,3,1795395600,0,'','clerk','office','init','',0,0,23);
INSERT INTO change_head VALUES(8664286475963072556,4,1795395600,0,'','clerk','office','import','office',0,0,16);
INSERT INTO change_head VALUES(8664286475963072589,5,1795395600,8664286475963072559,'康巧云','clerk','office','import','changed.csv',0,0,1);
INSERT INTO change_head VALUES(8664286475963072591,6,1795395600,8664286475963072559,'康巧云','clerk','office','import','removed.csv',0,0,1);
INSERT INTO change_head VALUES(8664286475963072594,7,1795395600,8664286475963072559,'康巧云','clerk','office','undo','removed.csv',8664286475963072591,0,1);
CREATE TABLE change_count (
	change_id INTEGER NOT NULL,
	type TEXT NOT NULL,
	n_new INTEGER NOT NULL,
	n_changed INTEGER NOT NULL,
	n_removed INTEGER NOT NULL,
	n_back INTEGER NOT NULL,        -- brought back
	PRIMARY KEY (change_id, type)
) STRICT, WITHOUT ROWID;
INSERT INTO change_count VALUES(8664286475963072513,'vote_rule',5,0,0,0);
INSERT INTO change_count VALUES(8664286475963072519,'meeting_kind',12,0,0,0);
INSERT INTO change_count VALUES(8664286475963072532,'phrase',23,0,0,0);
INSERT INTO change_count VALUES(8664286475963072556,'branch',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072556,'leader',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072556,'member',3,0,0,0);
INSERT INTO change_count VALUES(8664286475963072556,'membership',3,0,0,0);
INSERT INTO change_count VALUES(8664286475963072556,'office',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072556,'operator',2,0,0,0);
INSERT INTO change_count VALUES(8664286475963072556,'union_org',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072556,'union_unit',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072556,'unit',3,0,0,0);
INSERT INTO change_count VALUES(8664286475963072589,'member',0,1,0,0);
INSERT INTO change_count VALUES(8664286475963072591,'member',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072594,'member',0,0,1,0);
CREATE TABLE journal (
	id INTEGER PRIMARY KEY,
	change_id INTEGER NOT NULL,
	type TEXT NOT NULL,
	record_id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	fields TEXT NOT NULL,
	salt BLOB NOT NULL,
	hash BLOB NOT NULL
) STRICT;
INSERT INTO journal VALUES(8664286475963072514,8664286475963072513,'vote_rule',4294968321,1,'{"name":"一般表决","quorum_num":"1","quorum_den":"2","quorum_over":"0","pass_base":"1","pass_num":"1","pass_den":"2","pass_over":"1","basis":"中国共产党支部工作条例（试行）第十一条","rule_on":"2018-10","remark":"到会不少于应到的半数；赞成超过应到（不是实到）的半数为通过。"}',X'd1371d3acd1f526227fdf62904996f1d',X'2da2a50f8604a7c32cd345f2ce48b2289ab03fbf840e5b6395bb163902ae09e5');
INSERT INTO journal VALUES(8664286475963072515,8664286475963072513,'vote_rule',4294968322,1,'{"name":"支委会表决","quorum_num":"1","quorum_den":"2","quorum_over":"0","pass_base":"1","pass_num":"1","pass_den":"2","pass_over":"1","basis":"中国共产党支部工作条例（试行）第十二条","rule_on":"2018-10","remark":"到会不少于委员的半数。未见条例写明通过的比例，暂按超过委员的半数；上级另有规定的，另建规则。"}',X'40ab6e02aa9c676e5fae846a1ee709da',X'88417c08fabb310ba1d430d499b8bdcb81e817999787727205e77a36cc76a0a1');
INSERT INTO journal VALUES(8664286475963072516,8664286475963072513,'vote_rule',4294968323,1,'{"name":"换届选举","quorum_num":"4","quorum_den":"5","quorum_over":"0","pass_base":"2","pass_num":"1","pass_den":"2","pass_over":"1","basis":"中国共产党基层组织选举工作条例","rule_on":"2020-07","remark":"到会不少于应到的五分之四；赞成超过实到的半数当选。上级要求按应到计算的，另建规则。"}',X'34af606f5a7120c96c3bc37a49049449',X'0d27ca480bf10b75c52f322b72b1af5debf6193b4abbbf27103eb4bc3c55a912');
INSERT INTO journal VALUES(8664286475963072517,8664286475963072513,'vote_rule',4294968324,1,'{"name":"接收预备党员和转正","quorum_num":"1","quorum_den":"2","quorum_over":"1","pass_base":"1","pass_num":"1","pass_den":"2","pass_over":"1","basis":"发展党员工作通行规定","remark":"到会超过应到的半数；赞成超过应到正式党员的半数为通过。未到会党员会前提交的书面意见计入票数。"}',X'62fc7c3934d8c3c4b589bc009e4ec837',X'20ae9a10c5d0f8435f99ac6bc241a3351466290c11a24cfe9be202df8e3ee629');
INSERT INTO journal VALUES(8664286475963072518,8664286475963072513,'vote_rule',4294968325,1,'{"name":"协商一致","basis":"联席会议通行做法","remark":"不计票，各方一致同意即形成意见。"}',X'2c1667ee59580e8251ae7f6155e33a21',X'2f8381e0e8a19d0927b7334316cbef3d9683b08b32ad24f0d2348ee098001a3c');
INSERT INTO journal VALUES(8664286475963072520,8664286475963072519,'meeting_kind',4294969345,1,'{"name":"支部党员大会","cycle":"2","times":"1","eligible":"1","vote_rule_id":"0000001-101","first_topic":"1","functional":"1","union_kinds":"3,7","basis":"中国共产党支部工作条例（试行）第十一条","template":"一、第一议题：学习……，由……领学。\u000a二、通报上次会议决定事项的落实情况。\u000a三、支部书记报告本季度工作和下一步打算。\u000a四、审议……，党员发表意见。\u000a五、表决，宣布结果，形成决议。\u000a六、明确任务、责任人和完成时限。","remark":"一般每季度召开一次。"}',X'7d08b2534d3b449f65b271c3f668b520',X'7b167deb632883c51fde0949f10c02a11ad0cc8676f7d4cb01e21f5acab107d0');
INSERT INTO journal VALUES(8664286475963072521,8664286475963072519,'meeting_kind',4294969346,1,'{"name":"支部委员会","cycle":"1","times":"1","eligible":"3","vote_rule_id":"0000001-102","first_topic":"1","functional":"1","union_kinds":"3,7","basis":"中国共产党支部工作条例（试行）第十二条","template":"一、第一议题：学习……，由……领学。\u000a二、听取各委员本月工作情况。\u000a三、研究……，委员逐一发表意见。\u000a四、表决，形成意见；须提交党员大会的，明确提交时间。\u000a五、安排下月工作，明确责任人和完成时限。","remark":"一般每月召开一次。"}',X'f4bf8d4ce8237c5890bb0ae1f4997ef4',X'53b871bb90d98e1d0bc9d1d9f64f0eceb920cff95f6ebc0265eef1fdb4a13264');
INSERT INTO journal VALUES(8664286475963072522,8664286475963072519,'meeting_kind',4294969347,1,'{"name":"党小组会","cycle":"1","times":"1","eligible":"4","first_topic":"1","functional":"1","union_kinds":"3,4,7","basis":"中国共产党支部工作条例（试行）第十三条","template":"一、第一议题：学习……，由……领学。\u000a二、党员交流本月学习、工作和领岗履职情况。\u000a三、讨论……。\u000a四、落实支部安排的任务，分工到人。","remark":"一般每月召开一次。"}',X'df5fbad8e13ab5293d04009253b68c45',X'abac61b7022805914430db9fc833f63166b74db5a6c5f4d7d1d4cf2a5696cedd');
INSERT INTO journal VALUES(8664286475963072523,8664286475963072519,'meeting_kind',4294969348,1,'{"name":"党课","cycle":"2","times":"1","eligible":"2","first_topic":"0","functional":"1","union_kinds":"3,7","basis":"三会一课通行做法","template":"一、授课人和题目：……。\u000a二、授课要点：……。\u000a三、党员交流体会。\u000a四、主持人小结，提出学习要求。","remark":"次数由上级规定，通行做法是每季度一次。"}',X'e024fdbfe102bbdf1e59d811e1f11546',X'435ae90306620b093caf89e8c8b7bd8f0783ff7e07ef68ff562a5148b6e265c6');
INSERT INTO journal VALUES(8664286475963072524,8664286475963072519,'meeting_kind',4294969349,1,'{"name":"主题党日","cycle":"1","times":"1","eligible":"2","first_topic":"0","functional":"1","union_kinds":"3,7","basis":"中国共产党支部工作条例（试行）","template":"一、集中学习：……。\u000a二、过组织生活：重温入党誓词、交纳党费等。\u000a三、民主议事：通报支部工作，听取意见建议。\u000a四、志愿服务：时间、地点、内容和参加人员。","remark":"每月相对固定一天；嘎查村可以按农历确定。党费在组织关系所在支部交纳。"}',X'b7463a0642060fc52425f490d9120973',X'abe7843128a77138262c6574e3c4ed8793b0dd3a2e159e3fad666bd6e2e948c4');
INSERT INTO journal VALUES(8664286475963072525,8664286475963072519,'meeting_kind',4294969350,1,'{"name":"组织生活会","cycle":"4","times":"1","eligible":"2","first_topic":"0","functional":"1","union_kinds":"3,4,7","basis":"组织生活会通行做法","template":"一、通报会前学习、谈心谈话和征求意见的情况。\u000a二、支部书记代表支部委员会对照检查。\u000a三、党员逐一作自我批评，其他党员提出批评意见。\u000a四、汇总问题，列出整改清单，明确责任人和完成时限。","remark":"每年至少召开一次，一般在第四季度，可以结合民主评议党员进行。"}',X'877aa1ce661560274c3fc53ff3853bb1',X'97c9e89ac7882f6173b6afd3fb12a835feb210da0f69abca2a5fe8dfd17706a9');
INSERT INTO journal VALUES(8664286475963072526,8664286475963072519,'meeting_kind',4294969351,1,'{"name":"民主评议党员","cycle":"4","times":"1","eligible":"2","first_topic":"0","functional":"0","union_kinds":"3","basis":"民主评议党员通行做法","template":"一、个人自评。\u000a二、党员互评。\u000a三、民主测评：发出测评票……张，收回……张。\u000a四、支部委员会或者党员大会提出评定意见。","remark":"评议和定等次由组织关系所在支部进行；功能型联合党组织只提供党员的日常表现。"}',X'9cff8260c709afe66c7ef66488be9f31',X'b2734ad682cd75a96c6b5629121a5d028fcfca22ab6364e96a5d9aa04becb1aa');
INSERT INTO journal VALUES(8664286475963072527,8664286475963072519,'meeting_kind',4294969352,1,'{"name":"换届选举大会","cycle":"9","eligible":"1","vote_rule_id":"0000001-103","first_topic":"0","functional":"0","basis":"中国共产党基层组织选举工作条例","template":"一、清点到会人数：应到……名，实到……名，有表决权的……名。\u000a二、上届委员会报告工作，党员审议。\u000a三、通过选举办法，通过监票人、计票人名单。\u000a四、介绍候选人，分发选票，无记名投票。\u000a五、计票，监票人报告结果，主持人宣布当选名单。\u000a六、新一届委员会选举书记、副书记，报上级党组织。","remark":"由组织关系所在支部按任期召开。"}',X'd857b27b87ebc0e880e638c32b12e7ad',X'd915c5c43547c0723c70790c59307abb78bfab0160ba263b22ba64bf5a69fcb2');
INSERT INTO journal VALUES(8664286475963072528,8664286475963072519,'meeting_kind',4294969353,1,'{"name":"接收预备党员和转正大会","cycle":"9","eligible":"1","vote_rule_id":"0000001-104","first_topic":"0","functional":"0","basis":"发展党员工作通行规定","template":"一、申请人汇报个人情况和对党的认识。\u000a二、介绍人介绍情况，提出意见。\u000a三、支部委员会报告审查情况。\u000a四、党员充分讨论，逐一发表意见。\u000a五、无记名投票表决，宣布结果，形成决议。\u000a六、申请人表态。","remark":"由组织关系所在支部召开；两人以上的，逐人讨论、逐人表决。"}',X'49afd9b2a18ad8424012a6e62b76b246',X'e960b4a5df4b028685699cf3947578e6f15e69730808c88611bc14b1b6578230');
INSERT INTO journal VALUES(8664286475963072529,8664286475963072519,'meeting_kind',4294969376,1,'{"name":"联席会商","cycle":"3","times":"1","eligible":"5","vote_rule_id":"0000001-105","first_topic":"0","functional":"1","union_kinds":"1,2,5,6,8","basis":"联席会议通行做法","template":"一、通报上次会商事项的办理情况。\u000a二、提出单位说明议题和需求。\u000a三、各成员单位逐一发表意见，说明能承担的事项和资源。\u000a四、协商形成一致意见，明确牵头单位、配合单位和完成时限。\u000a五、未达成一致的意见如实记录，留待下次会商。","remark":"议题一般提前十五天送各成员单位联络员。"}',X'f1e6582be9b5b92d472baf165013512a',X'19c77ad74781d7e2f1c42531b8491d18b07ec5cacd284fa65719985487947d04');
INSERT INTO journal VALUES(8664286475963072530,8664286475963072519,'meeting_kind',4294969377,1,'{"name":"支委扩大会","cycle":"9","eligible":"3","vote_rule_id":"0000001-102","first_topic":"0","functional":"1","basis":"《瞭望》全领域融合党建","template":"一、说明扩大参加的单位和人员。\u000a二、通报……。\u000a三、研究……，委员和列席人员发表意见。\u000a四、委员表决，形成意见。\u000a五、明确责任人和完成时限。","remark":"扩大参加的人员按列席记录，不参加表决。"}',X'f7110d4730f1c63e9fca5b032a03772e',X'c1b3ffcb5cdf9c9240b3b86df092f1a22637d6977859930b85835930e50eaca1');
INSERT INTO journal VALUES(8664286475963072531,8664286475963072519,'meeting_kind',4294969378,1,'{"name":"项目推进会","cycle":"9","eligible":"5","vote_rule_id":"0000001-105","first_topic":"0","functional":"1","basis":"《瞭望》全领域融合党建","template":"一、责任单位汇报项目进度。\u000a二、逐项梳理问题和堵点。\u000a三、各单位说明解决办法和时间。\u000a四、确定下一步任务、责任人和完成时限。"}',X'0c4da7a309b94bfc0b7690d104908f95',X'e90e8612f405908223dae23b0100615856ef5f40325f8fc8812fa75dd15917fe');
INSERT INTO journal VALUES(8664286475963072533,8664286475963072532,'phrase',4294970369,1,'{"title":"宣布开会","order_no":"1","body":"本次会议应到、实到人数符合规定，可以开会。"}',X'4eec11e13d17da14332d7ddd52e3d272',X'9c4bff44657bee9361cef6776577c8ed803a6b2dcd3f6e269e115474763065cf');
INSERT INTO journal VALUES(8664286475963072534,8664286475963072532,'phrase',4294970370,1,'{"title":"宣布议程","order_no":"2","body":"今天的会议有以下议题："}',X'2d91842be489cf76493ac616860e4081',X'773385e7193638e1a6f69b9066889cb8929116e9527035d40570a042d5757f66');
INSERT INTO journal VALUES(8664286475963072535,8664286475963072532,'phrase',4294970371,1,'{"title":"领学","order_no":"3","body":"全文领学了……，与会党员结合实际谈了认识和体会。"}',X'f04e176410907e20fb4ce4ad62492ad5',X'0e6165af2a4c7736faebf322c068b3ff41da9dbe06b34272489fe86dd992052f');
INSERT INTO journal VALUES(8664286475963072536,8664286475963072532,'phrase',4294970372,1,'{"title":"学习要求","order_no":"4","body":"会议要求，全体党员要把学习成果转化为干好工作的思路和办法，带头落实到所领岗位上。"}',X'348a21edfad1a122205981b6a1752784',X'738608450d703a189d0b95a173ac07162cbc04954dcce4d85c66cdbdc981f0bb');
INSERT INTO journal VALUES(8664286475963072537,8664286475963072532,'phrase',4294970373,1,'{"title":"通报上次事项","order_no":"5","body":"通报了上次会议确定事项的落实情况：已完成……项，正在推进……项，未完成的原因是……。"}',X'892194a898341f1bf5a0bbc385f753e6',X'31f7f9b77581feb03c82d1050f99b52c0e61088838b8a11aa467b0af3df303be');
INSERT INTO journal VALUES(8664286475963072538,8664286475963072532,'phrase',4294970374,1,'{"title":"汇报工作","order_no":"6","body":"就……作了汇报，重点说明了进展、存在的问题和下一步打算。"}',X'a5bf5d19c04e6cfbceb85229733b049f',X'5e01c2a8ff1d661e9537182237e284eb63058be4ff7cc966069da4308fae1424');
INSERT INTO journal VALUES(8664286475963072539,8664286475963072532,'phrase',4294970375,1,'{"title":"逐一发言","order_no":"7","body":"与会人员逐一发表了意见，主要意见如下："}',X'6c16a15201babbd86dc4422fcc7e3c0f',X'722f93ec5b99c58502d9c3c2ee9129c69b7dfb70b359e2a4e341fd10a1d160cd');
INSERT INTO journal VALUES(8664286475963072540,8664286475963072532,'phrase',4294970376,1,'{"title":"一致同意","order_no":"8","body":"与会人员一致同意。"}',X'ff20fbee566a692aa80d07003a038bf1',X'ece52431b8ae14046cbfa066fb611da7180c4584a8fad7550dca8bc2bf3104a6');
INSERT INTO journal VALUES(8664286475963072541,8664286475963072532,'phrase',4294970377,1,'{"title":"原则同意","order_no":"9","body":"原则同意，请……根据会上提出的意见修改完善后实施。"}',X'c0bad0029db74c1b83bc5b2d4e4d90af',X'5054088195de305852dc7652a9e8151a123ea58f46f7cbe106feae65f16715a3');
INSERT INTO journal VALUES(8664286475963072542,8664286475963072532,'phrase',4294970400,1,'{"title":"不同意见","order_no":"10","body":"对此有不同意见，如实记录如下："}',X'09fc71911119f63db7d7deca5c5356b2',X'b9126bfc2a0d377cfbe90ed9e1f485cce17a65b9469fa2c9419788ec4a4e46c9');
INSERT INTO journal VALUES(8664286475963072543,8664286475963072532,'phrase',4294970401,1,'{"title":"保留意见","order_no":"11","body":"表示保留意见，理由是："}',X'bd7362063c5e38e29370247e4665e1bd',X'03699747be0ca08889db96441c2d03856f3a45487c46a0bc90291b118acfb0e8');
INSERT INTO journal VALUES(8664286475963072544,8664286475963072532,'phrase',4294970402,1,'{"title":"提交大会","order_no":"12","body":"会议同意将此事项提交支部党员大会审议。"}',X'304a5cc076245097559cab3755cb17fa',X'1839784b6d5ffef6f3e1ad793f29cd832d47ffe50c2de65a63acd5a16269877b');
INSERT INTO journal VALUES(8664286475963072545,8664286475963072532,'phrase',4294970403,1,'{"title":"报上级","order_no":"13","body":"会议决定将此事项报上级党组织审批。"}',X'bc76d7c277b5b8e7e89e4bf41b1f86ca',X'ac45afb63c9fe250fd21f6fe16e079cd733df9e69a39f244bd5931c2ba4926dd');
INSERT INTO journal VALUES(8664286475963072546,8664286475963072532,'phrase',4294970404,1,'{"title":"提请表决","order_no":"14","body":"党员充分讨论后，主持人提请表决。"}',X'b9dedb8eb08dc89c4fef970613f5799f',X'404ed1c882c621bee4d3576b69e0cc6a8c3d24d22ea27421ca01d8979e57f75b');
INSERT INTO journal VALUES(8664286475963072547,8664286475963072532,'phrase',4294970405,1,'{"title":"宣布通过","order_no":"15","body":"主持人宣布：表决通过。"}',X'e397ecd602b21a868a41ad82c2ddcfc0',X'03b637cefdc4ef309993d956050f30eca59224668db6859fea7b47d23cf3e8ad');
INSERT INTO journal VALUES(8664286475963072548,8664286475963072532,'phrase',4294970406,1,'{"title":"宣布未通过","order_no":"16","body":"主持人宣布：赞成票未达到规定，该事项未通过。"}',X'2610787af70607fc5a676f090ee2f144',X'68075f3194d7e68c14eb9847085ac4b1371ed41547c2fad3e594b27b658e6b00');
INSERT INTO journal VALUES(8664286475963072549,8664286475963072532,'phrase',4294970407,1,'{"title":"人数不足","order_no":"17","body":"实到人数不足规定，本次不作表决，另行召开会议。"}',X'1a0880e4f773ecd9158e7a2cc48a1c4b',X'aad399e204e5c5e112a1babdb06d5e60afcd1095bf7b05908eefe7ad7a73e4f6');
INSERT INTO journal VALUES(8664286475963072550,8664286475963072532,'phrase',4294970408,1,'{"title":"确定任务","order_no":"18","body":"会议确定：由……牵头，……配合，于……前完成。"}',X'aec31bbc33abcaeadf2bc46eb450761a',X'222465e090c07a5da7c4c865ba88a38ecaf48e01bd5eeab4ee0463083331fcb7');
INSERT INTO journal VALUES(8664286475963072551,8664286475963072532,'phrase',4294970409,1,'{"title":"限期反馈","order_no":"19","body":"请责任人在……前向支部反馈办理情况。"}',X'54d687403d981d6d5c7bb377719dab20',X'f72778b0b1f4cc4bd1a0a34e814542144695f6cd3bcfff57588a88bf7f506251');
INSERT INTO journal VALUES(8664286475963072552,8664286475963072532,'phrase',4294970432,1,'{"title":"需求对接","order_no":"20","body":"……提出需求：……；……表示可以提供：……；双方商定：……。"}',X'885d937817a03b7c29a0d78ae3636388',X'4d5e3c8f2bd79b95906ebe3d2e54daa51ccffafc2b821a06f6a95365dc1a2a67');
INSERT INTO journal VALUES(8664286475963072553,8664286475963072532,'phrase',4294970433,1,'{"title":"请假说明","order_no":"21","body":"……因……请假，会后由……传达会议精神。"}',X'c23611264741b923757f0b296795547c',X'46cdf63cd1051040e78df77b06ca57e772acab2dc7a61097a1b9a3c06c7974a0');
INSERT INTO journal VALUES(8664286475963072554,8664286475963072532,'phrase',4294970434,1,'{"title":"主持人小结","order_no":"22","body":"主持人小结：今天的会议讨论充分、意见明确，请责任单位和责任人按时落实。"}',X'd8d4bea9f12912a4150d5036fe0c4597',X'6eb4d68e66d7e96d32188745d8c91267e2d4d90537816992c63f466f7cd0acdf');
INSERT INTO journal VALUES(8664286475963072555,8664286475963072532,'phrase',4294970435,1,'{"title":"宣布散会","order_no":"23","body":"议题进行完毕，主持人宣布散会。"}',X'0892f55e9dae4e419187d234e2a054a0',X'cc9525ae058f341dd6449b81ff575e857b9898b26d9225b1e7ade54030081df3');
INSERT INTO journal VALUES(8664286475963072558,8664286475963072556,'office',8664286475963072557,1,'{"name":"中共敖伦高勒苏木委员会","level":"5","region":"159901100","upper":"中共哈日图旗委员会","phone":"0489-2100018","remark":"示例单位：地名、人名、号码均为虚构"}',X'66094848350ebcac2ba35f48d984d5c0',X'ee45ae380d51ec304ec210f2117be08b291e3da8bfc737e038eb1daf47fa6c31');
INSERT INTO journal VALUES(8664286475963072560,8664286475963072556,'operator',8664286475963072559,1,'{"name":"康巧云","short_name":"kqy","post":"党建办干事","since_on":"2020-03-02"}',X'773c3609f1de750af6b5559eec3e7b7b',X'22225277f890f215593fd9df1b42a2db0517f27249b9d8a88846529c8cf09e4f');
INSERT INTO journal VALUES(8664286475963072562,8664286475963072556,'operator',8664286475963072561,1,'{"name":"胡斯冷","short_name":"hsl","post":"组织委员","since_on":"2021-07-15"}',X'4309cdc8741445bfc9bcdbe384e54da8',X'2033ed58daab07f52e473e294ed2c50782db24c6acd7c226e60b1b076e15d89d');
INSERT INTO journal VALUES(8664286475963072564,8664286475963072556,'unit',8664286475963072563,1,'{"name":"中共哈日图旗委员会","short_name":"旗委","kind":"11","level":"4","side":"2","region":"哈日图旗"}',X'4233fd441d88ec466991df139c6eeabe',X'54b704a5a4f3d942caeaa3e3587582511f6e198dbe62ec6286ef8a10a042e9df');
INSERT INTO journal VALUES(8664286475963072566,8664286475963072556,'unit',8664286475963072565,1,'{"name":"中共敖伦高勒苏木委员会","short_name":"苏木党委","kind":"14","level":"5","side":"2","region":"敖伦高勒苏木","parent_id":"1W3VEN5-1K","contact":"宋佳慧","phone":"0489-2622675"}',X'17ee6f02d663cd0413b5b3979c18e936',X'e81e274c6cadeefbc96e055871cc5f44031affdcc74cb229a2f5fa130bafc5ff');
INSERT INTO journal VALUES(8664286475963072568,8664286475963072556,'unit',8664286475963072567,1,'{"name":"敖伦高勒社区","short_name":"敖伦高勒社区","kind":"15","level":"6","side":"2","region":"敖伦高勒苏木","parent_id":"1W3VEN5-1N","contact":"白玉梅","phone":"0489-2775951","founded_on":"2004-06"}',X'53077c709a7f02cf4f100a5161aec3d2',X'260487ef211a4e2e3d68528037b5440e9287a755851ca59586278c28ba22855a');
INSERT INTO journal VALUES(8664286475963072570,8664286475963072556,'branch',8664286475963072569,1,'{"name":"敖伦高勒社区党支部","unit_id":"1W3VEN5-1Q","upper":"中共敖伦高勒苏木委员会","founded_on":"2004-07"}',X'd08cbf9ebc53e15e3d1d0355cf5f10c5',X'318c9f4d7b8f0f311089ffb4ab2298f1d750b1527c8784bafca62659873c61aa');
INSERT INTO journal VALUES(8664286475963072572,8664286475963072556,'union_org',8664286475963072571,1,'{"name":"供销社家属院联合党支部","kind":"3","basis":"2","committee_id":"1W3VEN5-1N","lead_unit_id":"1W3VEN5-1Q","document_no":"敖党发〔2020〕17号","approved_on":"2020-05-08","founded_on":"2020-05-12","state":"2","chain":"1","task":"6","task_text":"清理垃圾、拆除违建、修缮设施，建立长效管理办法","need":"老旧小区没有物业，设施陈旧，七十多户外出居住","scope":"涉及十二个单位，社区一家协调不动","crosses":"1,3","spot":"3","route":"敖伦高勒红色风景线","district":"苏木所在地片区","station":"供销社家属院1号楼党群活动室","term_years":"3","term_until_on":"2026-05-11"}',X'757dc52b43710334fd861820624cc252',X'b8d9293d2c66d9517717a9f44ec325453dd9f16a7a9e3cff9e0bc7a8904da238');
INSERT INTO journal VALUES(8664286475963072574,8664286475963072556,'union_unit',8664286475963072573,1,'{"union_org_id":"1W3VEN5-1V","unit_id":"1W3VEN5-1Q","role":"牵头，收集居民意见","way":"3","decided_by":"中共敖伦高勒苏木委员会","joined_on":"2020-05-12","liaison":"乌日娜","phone":"0489-2460285"}',X'67b323560732111265b1666f949f5ebc',X'29795902a68addc86d6e0c68b08585cf9bcd41842014ec602cc777fec4407f48');
INSERT INTO journal VALUES(8664286475963072576,8664286475963072556,'member',8664286475963072575,1,'{"name":"白玉梅","initials":"bym","sex":"2","ethnic":"11","birth_on":"1979-04-03","idno":"159902197904033708","phone":"15496793256","native_place":"北疆哈日图旗","education":"21","address":"敖伦高勒社区供销社家属院1号楼2单元301","work":"敖伦高勒社区党支部书记","work_on":"2001-09","kind":"1","joined_on":"2003-09-27","confirmed_on":"2004-09-27","branch_id":"1W3VEN5-1S","party_post":"1","post_since_on":"2018-12","state":"1"}',X'a25182d87bae285c5a146c3a957fc863',X'502dad95ad4335c8169c462d42941ba2d2b05649d8e837015221524ab4f747db');
INSERT INTO journal VALUES(8664286475963072578,8664286475963072556,'member',8664286475963072577,1,'{"name":"单国栋","initials":"sgd","sex":"1","ethnic":"01","birth_on":"1952-05-03","idno":"159903195205037977","phone":"15445266482","education":"61","address":"敖伦高勒社区供销社家属院2号楼1单元102","work":"退休职工","kind":"1","joined_on":"1976-09","confirmed_on":"1977","branch_id":"1W3VEN5-1S","party_post":"3","post_since_on":"2021-01","state":"1"}',X'3e8bcde86be7168391d6909be8e449a0',X'1ac5e524034576adde2213c48c1f277f7b83bfb6b2b42848f370049c6945bbbe');
INSERT INTO journal VALUES(8664286475963072580,8664286475963072556,'member',8664286475963072579,1,'{"name":"仇桂兰","initials":"qgl","sex":"2","ethnic":"01","birth_on":"1956-01-09","idno":"159902195602090847","phone":"15477845771","education":"41","address":"敖伦高勒社区供销社家属院2号楼3单元401","work":"退休教师","work_on":"1975-08","kind":"1","joined_on":"1985-06","confirmed_on":"1986-06","branch_id":"1W3VEN5-1S","party_post":"8","state":"1","remark":"出生日期以人事档案为准，与身份证不一致"}',X'eb03896fbf4259a88c3c3f763ebed885',X'0bf682a56a862b5573fcda5b74586cef3a361af7868f7c3d0cd38905c756bd2b');
INSERT INTO journal VALUES(8664286475963072582,8664286475963072556,'membership',8664286475963072581,1,'{"member_id":"1W3VEN5-1Z","union_org_id":"1W3VEN5-1V","unit_id":"1W3VEN5-1Q","post":"1","origin":"1","joined_on":"2020-05-12"}',X'315d5c6ec4976ac114c5b0e42fc7dbd7',X'806c8359ee468554c1ea9a148989dc4de73d86794d10bc3cd88cb618242ea88b');
INSERT INTO journal VALUES(8664286475963072584,8664286475963072556,'membership',8664286475963072583,1,'{"member_id":"1W3VEN5-21","union_org_id":"1W3VEN5-1V","unit_id":"1W3VEN5-1Q","post":"5","origin":"1","duty":"楼栋巡查","joined_on":"2020-05-28"}',X'f09f7c14b9df48cb99c87aa9186fe0d8',X'6a1419bc889c8e01806c638f734b6a7746c8cfcc4d46852d72a686d3e2124d7d');
INSERT INTO journal VALUES(8664286475963072586,8664286475963072556,'membership',8664286475963072585,1,'{"member_id":"1W3VEN5-23","union_org_id":"1W3VEN5-1V","unit_id":"1W3VEN5-1Q","post":"3","origin":"1","duty":"文明劝导","joined_on":"2020-06-30"}',X'4061f8fd454a05606518446100b25687',X'8dc0de07119180334972b49aab89fa46cddf5adf4145ea8eab278adcec643874');
INSERT INTO journal VALUES(8664286475963072588,8664286475963072556,'leader',8664286475963072587,1,'{"union_org_id":"1W3VEN5-1V","member_id":"1W3VEN5-1Z","post":"1","unit_id":"1W3VEN5-1Q","unit_post":"党支部书记","ground":"4","proposed_on":"2020-05-06","proposed_by":"社区、住建局、供销社等十二个单位","since_on":"2020-05-12"}',X'2a6e26cdfd9daf916aa1b9005b2535c6',X'c83c12430460f16918f92edc58f23ea9bf8ff81885ef05ef3a123bd4695bef7b');
INSERT INTO journal VALUES(8664286475963072590,8664286475963072589,'member',8664286475963072577,2,'{"address":["敖伦高勒社区供销社家属院2号楼1单元102","敖伦高勒社区供销社家属院3号楼2单元102"]}',X'9c1c287b79264c66011a9c59e08f62f1',X'51f30c3c37cbf99b7e52c2d7db4cc933df73ccc4b9e82532c4714c92fd6781f1');
INSERT INTO journal VALUES(8664286475963072593,8664286475963072591,'member',8664286475963072592,1,'{"name":"尉迟远","initials":"ycy","sex":"1","ethnic":"01","kind":"1","joined_on":"1990-07","branch_id":"1W3VEN5-1S","party_post":"8","state":"1"}',X'5dfba03d76d145a22fe0d8d3a4d8c4e1',X'4475e57530809914ddfb3562982246d7d9807d46d047a9f0c4793027819954ca');
INSERT INTO journal VALUES(8664286475963072595,8664286475963072594,'member',8664286475963072592,2,'{"deleted":["0","1"]}',X'84742d6f81b9ac3890968867c4d76cb2',X'd2ecb4c1b789911674613026270970a7d2ac9b8003e27dd6d4cb3157a9646313');
CREATE TABLE find_key (
	list INTEGER NOT NULL,          -- of keys; see find_list() in table.h
	key TEXT NOT NULL,
	place INTEGER NOT NULL,         -- the record's id without the first site
	PRIMARY KEY (list, key, place)
) STRICT, WITHOUT ROWID;
INSERT INTO find_key VALUES(8,'中共敖伦高勒苏木委员会',45);
INSERT INTO find_key VALUES(9,'会',45);
INSERT INTO find_key VALUES(9,'伦高勒苏木委员会',45);
INSERT INTO find_key VALUES(9,'共敖伦高勒苏木委员会',45);
INSERT INTO find_key VALUES(9,'勒苏木委员会',45);
INSERT INTO find_key VALUES(9,'员会',45);
INSERT INTO find_key VALUES(9,'委员会',45);
INSERT INTO find_key VALUES(9,'敖伦高勒苏木委员会',45);
INSERT INTO find_key VALUES(9,'木委员会',45);
INSERT INTO find_key VALUES(9,'苏木委员会',45);
INSERT INTO find_key VALUES(9,'高勒苏木委员会',45);
INSERT INTO find_key VALUES(10,'zhong galglsmwyh ong o un ao ei u u ei uan ui',45);
INSERT INTO find_key VALUES(11,'zhong galglsmwyh ong o un ao e u u ei uan ui',45);
INSERT INTO find_key VALUES(11,'zhong galglsmwyh ong o un ao e u u ei un ui',45);
INSERT INTO find_key VALUES(11,'zhong galglsmwyh ong o un ao ei u u ei un ui',45);
INSERT INTO find_key VALUES(11,'zhong galglsmwyk ong o un ao e u u ei uan uai',45);
INSERT INTO find_key VALUES(11,'zhong galglsmwyk ong o un ao e u u ei un uai',45);
INSERT INTO find_key VALUES(11,'zhong galglsmwyk ong o un ao ei u u ei uan uai',45);
INSERT INTO find_key VALUES(11,'zhong galglsmwyk ong o un ao ei u u ei un uai',45);
INSERT INTO find_key VALUES(16,'康巧云',47);
INSERT INTO find_key VALUES(16,'胡斯冷',49);
INSERT INTO find_key VALUES(17,'云',47);
INSERT INTO find_key VALUES(17,'冷',49);
INSERT INTO find_key VALUES(17,'巧云',47);
INSERT INTO find_key VALUES(17,'斯冷',49);
INSERT INTO find_key VALUES(18,'hu sl i eng',49);
INSERT INTO find_key VALUES(18,'kang qy iao un',47);
INSERT INTO find_key VALUES(24,'中共哈日图旗委员会',51);
INSERT INTO find_key VALUES(24,'中共敖伦高勒苏木委员会',53);
INSERT INTO find_key VALUES(24,'敖伦高勒社区',55);
INSERT INTO find_key VALUES(24,'旗委',51);
INSERT INTO find_key VALUES(24,'苏木党委',53);
INSERT INTO find_key VALUES(25,'会',51);
INSERT INTO find_key VALUES(25,'会',53);
INSERT INTO find_key VALUES(25,'伦高勒社区',55);
INSERT INTO find_key VALUES(25,'伦高勒苏木委员会',53);
INSERT INTO find_key VALUES(25,'党委',53);
INSERT INTO find_key VALUES(25,'共哈日图旗委员会',51);
INSERT INTO find_key VALUES(25,'共敖伦高勒苏木委员会',53);
INSERT INTO find_key VALUES(25,'勒社区',55);
INSERT INTO find_key VALUES(25,'勒苏木委员会',53);
INSERT INTO find_key VALUES(25,'区',55);
INSERT INTO find_key VALUES(25,'员会',51);
INSERT INTO find_key VALUES(25,'员会',53);
INSERT INTO find_key VALUES(25,'哈日图旗委员会',51);
INSERT INTO find_key VALUES(25,'图旗委员会',51);
INSERT INTO find_key VALUES(25,'委',51);
INSERT INTO find_key VALUES(25,'委',53);
INSERT INTO find_key VALUES(25,'委员会',51);
INSERT INTO find_key VALUES(25,'委员会',53);
INSERT INTO find_key VALUES(25,'敖伦高勒苏木委员会',53);
INSERT INTO find_key VALUES(25,'旗委员会',51);
INSERT INTO find_key VALUES(25,'日图旗委员会',51);
INSERT INTO find_key VALUES(25,'木党委',53);
INSERT INTO find_key VALUES(25,'木委员会',53);
INSERT INTO find_key VALUES(25,'社区',55);
INSERT INTO find_key VALUES(25,'苏木委员会',53);
INSERT INTO find_key VALUES(25,'高勒社区',55);
INSERT INTO find_key VALUES(25,'高勒苏木委员会',53);
INSERT INTO find_key VALUES(26,'ao lglsq un ao ei he u',55);
INSERT INTO find_key VALUES(26,'qi w ei',51);
INSERT INTO find_key VALUES(26,'su mdw u ang ei',53);
INSERT INTO find_key VALUES(26,'zhong galglsmwyh ong o un ao ei u u ei uan ui',53);
INSERT INTO find_key VALUES(26,'zhong ghrtqwyh ong a i u i ei uan ui',51);
INSERT INTO find_key VALUES(27,'ao lglso un ao e he u',55);
INSERT INTO find_key VALUES(27,'ao lglso un ao ei he u',55);
INSERT INTO find_key VALUES(27,'ao lglsq un ao e he u',55);
INSERT INTO find_key VALUES(27,'zhong galglsmwyh ong o un ao e u u ei uan ui',53);
INSERT INTO find_key VALUES(27,'zhong galglsmwyh ong o un ao e u u ei un ui',53);
INSERT INTO find_key VALUES(27,'zhong galglsmwyh ong o un ao ei u u ei un ui',53);
INSERT INTO find_key VALUES(27,'zhong galglsmwyk ong o un ao e u u ei uan uai',53);
INSERT INTO find_key VALUES(27,'zhong galglsmwyk ong o un ao e u u ei un uai',53);
INSERT INTO find_key VALUES(27,'zhong galglsmwyk ong o un ao ei u u ei uan uai',53);
INSERT INTO find_key VALUES(27,'zhong galglsmwyk ong o un ao ei u u ei un uai',53);
INSERT INTO find_key VALUES(27,'zhong ghrtqwyh ong a i u i ei un ui',51);
INSERT INTO find_key VALUES(27,'zhong ghrtqwyk ong a i u i ei uan uai',51);
INSERT INTO find_key VALUES(27,'zhong ghrtqwyk ong a i u i ei un uai',51);
INSERT INTO find_key VALUES(32,'供销社家属院联合党支部',59);
INSERT INTO find_key VALUES(32,'敖伦高勒红色风景线',59);
INSERT INTO find_key VALUES(32,'敖党发〔2020〕17号',59);
INSERT INTO find_key VALUES(32,'苏木所在地片区',59);
INSERT INTO find_key VALUES(33,'020〕17号',59);
INSERT INTO find_key VALUES(33,'0〕17号',59);
INSERT INTO find_key VALUES(33,'17号',59);
INSERT INTO find_key VALUES(33,'2020〕17号',59);
INSERT INTO find_key VALUES(33,'20〕17号',59);
INSERT INTO find_key VALUES(33,'7号',59);
INSERT INTO find_key VALUES(33,'〔2020〕17号',59);
INSERT INTO find_key VALUES(33,'〕17号',59);
INSERT INTO find_key VALUES(33,'伦高勒红色风景线',59);
INSERT INTO find_key VALUES(33,'党发〔2020〕17号',59);
INSERT INTO find_key VALUES(33,'党支部',59);
INSERT INTO find_key VALUES(33,'勒红色风景线',59);
INSERT INTO find_key VALUES(33,'区',59);
INSERT INTO find_key VALUES(33,'发〔2020〕17号',59);
INSERT INTO find_key VALUES(33,'号',59);
INSERT INTO find_key VALUES(33,'合党支部',59);
INSERT INTO find_key VALUES(33,'在地片区',59);
INSERT INTO find_key VALUES(33,'地片区',59);
INSERT INTO find_key VALUES(33,'家属院联合党支部',59);
INSERT INTO find_key VALUES(33,'属院联合党支部',59);
INSERT INTO find_key VALUES(33,'所在地片区',59);
INSERT INTO find_key VALUES(33,'支部',59);
INSERT INTO find_key VALUES(33,'景线',59);
INSERT INTO find_key VALUES(33,'木所在地片区',59);
INSERT INTO find_key VALUES(33,'片区',59);
INSERT INTO find_key VALUES(33,'社家属院联合党支部',59);
INSERT INTO find_key VALUES(33,'红色风景线',59);
INSERT INTO find_key VALUES(33,'线',59);
INSERT INTO find_key VALUES(33,'联合党支部',59);
INSERT INTO find_key VALUES(33,'色风景线',59);
INSERT INTO find_key VALUES(33,'部',59);
INSERT INTO find_key VALUES(33,'销社家属院联合党支部',59);
INSERT INTO find_key VALUES(33,'院联合党支部',59);
INSERT INTO find_key VALUES(33,'风景线',59);
INSERT INTO find_key VALUES(33,'高勒红色风景线',59);
INSERT INTO find_key VALUES(34,'a df21h     ',59);
INSERT INTO find_key VALUES(34,'ao df202017h ang a       ao',59);
INSERT INTO find_key VALUES(34,'ao lglhsfjx un ao ei ong e eng ing ian',59);
INSERT INTO find_key VALUES(34,'gong xsjsylhdzb iao he ia hu uan ian e ang hi u',59);
INSERT INTO find_key VALUES(34,'su mszdpq u uo ai e ian u',59);
INSERT INTO find_key VALUES(35,'ao lglgsfjx un ao e ong e eng ing ian',59);
INSERT INTO find_key VALUES(35,'ao lglgsfjx un ao e ong hai eng ing ian',59);
INSERT INTO find_key VALUES(35,'ao lglgsfjx un ao ei ong e eng ing ian',59);
INSERT INTO find_key VALUES(35,'ao lglgsfjx un ao ei ong hai eng ing ian',59);
INSERT INTO find_key VALUES(35,'ao lglhsfjx un ao e ong e eng ing ian',59);
INSERT INTO find_key VALUES(35,'ao lglhsfjx un ao e ong hai eng ing ian',59);
INSERT INTO find_key VALUES(35,'ao lglhsfjx un ao ei ong hai eng ing ian',59);
INSERT INTO find_key VALUES(35,'gong xsjsylgdzb iao he ia hu uan ian e ang hi u',59);
INSERT INTO find_key VALUES(35,'gong xsjsylgdzb iao he ie hu uan ian e ang hi u',59);
INSERT INTO find_key VALUES(35,'gong xsjsylhdzb iao he ie hu uan ian e ang hi u',59);
INSERT INTO find_key VALUES(35,'gong xsjzylgdzb iao he ia hu uan ian e ang hi u',59);
INSERT INTO find_key VALUES(35,'gong xsjzylgdzb iao he ie hu uan ian e ang hi u',59);
INSERT INTO find_key VALUES(35,'gong xsjzylhdzb iao he ia hu uan ian e ang hi u',59);
INSERT INTO find_key VALUES(35,'gong xsjzylhdzb iao he ie hu uan ian e ang hi u',59);
INSERT INTO find_key VALUES(35,'su mszdpo u uo ai e ian u',59);
INSERT INTO find_key VALUES(35,'su mszdpo u uo ai i ian u',59);
INSERT INTO find_key VALUES(35,'su mszdpq u uo ai i ian u',59);
INSERT INTO find_key VALUES(48,'敖伦高勒社区党支部',57);
INSERT INTO find_key VALUES(49,'伦高勒社区党支部',57);
INSERT INTO find_key VALUES(49,'党支部',57);
INSERT INTO find_key VALUES(49,'勒社区党支部',57);
INSERT INTO find_key VALUES(49,'区党支部',57);
INSERT INTO find_key VALUES(49,'支部',57);
INSERT INTO find_key VALUES(49,'社区党支部',57);
INSERT INTO find_key VALUES(49,'部',57);
INSERT INTO find_key VALUES(49,'高勒社区党支部',57);
INSERT INTO find_key VALUES(50,'ao lglsqdzb un ao ei he u ang hi u',57);
INSERT INTO find_key VALUES(51,'ao lglsodzb un ao e he u ang hi u',57);
INSERT INTO find_key VALUES(51,'ao lglsodzb un ao ei he u ang hi u',57);
INSERT INTO find_key VALUES(51,'ao lglsqdzb un ao e he u ang hi u',57);
INSERT INTO find_key VALUES(56,'仇桂兰',67);
INSERT INTO find_key VALUES(56,'单国栋',65);
INSERT INTO find_key VALUES(56,'白玉梅',63);
INSERT INTO find_key VALUES(57,'兰',67);
INSERT INTO find_key VALUES(57,'国栋',65);
INSERT INTO find_key VALUES(57,'栋',65);
INSERT INTO find_key VALUES(57,'桂兰',67);
INSERT INTO find_key VALUES(57,'梅',63);
INSERT INTO find_key VALUES(57,'玉梅',63);
INSERT INTO find_key VALUES(58,'bai ym u ei',63);
INSERT INTO find_key VALUES(58,'qiu gl ui an',67);
INSERT INTO find_key VALUES(58,'shan gd uo ong',65);
INSERT INTO find_key VALUES(59,'chan gd uo ong',65);
INSERT INTO find_key VALUES(59,'chou gl ui an',67);
INSERT INTO find_key VALUES(59,'dan gd uo ong',65);
INSERT INTO find_key VALUES(60,'15445266482',65);
INSERT INTO find_key VALUES(60,'15477845771',67);
INSERT INTO find_key VALUES(60,'15496793256',63);
INSERT INTO find_key VALUES(61,'1775487',67);
INSERT INTO find_key VALUES(61,'2846625',65);
INSERT INTO find_key VALUES(61,'6523976',63);
INSERT INTO find_key VALUES(61,'748090',67);
INSERT INTO find_key VALUES(61,'779730',65);
INSERT INTO find_key VALUES(61,'807330',63);
INSERT INTO find_key VALUES(80,'一般表决',-8664286471668104191);
INSERT INTO find_key VALUES(80,'协商一致',-8664286471668104187);
INSERT INTO find_key VALUES(80,'换届选举',-8664286471668104189);
INSERT INTO find_key VALUES(80,'接收预备党员和转正',-8664286471668104188);
INSERT INTO find_key VALUES(80,'支委会表决',-8664286471668104190);
INSERT INTO find_key VALUES(81,'一致',-8664286471668104187);
INSERT INTO find_key VALUES(81,'举',-8664286471668104189);
INSERT INTO find_key VALUES(81,'会表决',-8664286471668104190);
INSERT INTO find_key VALUES(81,'党员和转正',-8664286471668104188);
INSERT INTO find_key VALUES(81,'决',-8664286471668104191);
INSERT INTO find_key VALUES(81,'决',-8664286471668104190);
INSERT INTO find_key VALUES(81,'员和转正',-8664286471668104188);
INSERT INTO find_key VALUES(81,'和转正',-8664286471668104188);
INSERT INTO find_key VALUES(81,'商一致',-8664286471668104187);
INSERT INTO find_key VALUES(81,'备党员和转正',-8664286471668104188);
INSERT INTO find_key VALUES(81,'委会表决',-8664286471668104190);
INSERT INTO find_key VALUES(81,'届选举',-8664286471668104189);
INSERT INTO find_key VALUES(81,'收预备党员和转正',-8664286471668104188);
INSERT INTO find_key VALUES(81,'正',-8664286471668104188);
INSERT INTO find_key VALUES(81,'致',-8664286471668104187);
INSERT INTO find_key VALUES(81,'般表决',-8664286471668104191);
INSERT INTO find_key VALUES(81,'表决',-8664286471668104191);
INSERT INTO find_key VALUES(81,'表决',-8664286471668104190);
INSERT INTO find_key VALUES(81,'转正',-8664286471668104188);
INSERT INTO find_key VALUES(81,'选举',-8664286471668104189);
INSERT INTO find_key VALUES(81,'预备党员和转正',-8664286471668104188);
INSERT INTO find_key VALUES(82,'huan jxj ie uan u',-8664286471668104189);
INSERT INTO find_key VALUES(82,'jie sybdyhzz hou u ei ang uan e huan heng',-8664286471668104188);
INSERT INTO find_key VALUES(82,'xie syz hang i hi',-8664286471668104187);
INSERT INTO find_key VALUES(82,'yi bbj an iao ue',-8664286471668104191);
INSERT INTO find_key VALUES(82,'zhi whbj ei ui iao ue',-8664286471668104190);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang uan e huai heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang uan u huai heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang uan u huan heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang uan uo huai heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang uan uo huan heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang un e huai heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang un e huan heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang un u huai heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang un u huan heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang un uo huai heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'jie sybdyhzz hou u ei ang un uo huan heng',-8664286471668104188);
INSERT INTO find_key VALUES(83,'yi bbj o iao ue',-8664286471668104191);
INSERT INTO find_key VALUES(83,'yi pbj an iao ue',-8664286471668104191);
INSERT INTO find_key VALUES(83,'zhi wkbj ei uai iao ue',-8664286471668104190);
INSERT INTO find_key VALUES(88,'主题党日',-8664286471668103163);
INSERT INTO find_key VALUES(88,'党小组会',-8664286471668103165);
INSERT INTO find_key VALUES(88,'党课',-8664286471668103164);
INSERT INTO find_key VALUES(88,'换届选举大会',-8664286471668103160);
INSERT INTO find_key VALUES(88,'接收预备党员和转正大会',-8664286471668103159);
INSERT INTO find_key VALUES(88,'支委扩大会',-8664286471668103135);
INSERT INTO find_key VALUES(88,'支部党员大会',-8664286471668103167);
INSERT INTO find_key VALUES(88,'支部委员会',-8664286471668103166);
INSERT INTO find_key VALUES(88,'民主评议党员',-8664286471668103161);
INSERT INTO find_key VALUES(88,'组织生活会',-8664286471668103162);
INSERT INTO find_key VALUES(88,'联席会商',-8664286471668103136);
INSERT INTO find_key VALUES(88,'项目推进会',-8664286471668103134);
INSERT INTO find_key VALUES(89,'主评议党员',-8664286471668103161);
INSERT INTO find_key VALUES(89,'举大会',-8664286471668103160);
INSERT INTO find_key VALUES(89,'会',-8664286471668103167);
INSERT INTO find_key VALUES(89,'会',-8664286471668103166);
INSERT INTO find_key VALUES(89,'会',-8664286471668103165);
INSERT INTO find_key VALUES(89,'会',-8664286471668103162);
INSERT INTO find_key VALUES(89,'会',-8664286471668103160);
INSERT INTO find_key VALUES(89,'会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'会',-8664286471668103135);
INSERT INTO find_key VALUES(89,'会',-8664286471668103134);
INSERT INTO find_key VALUES(89,'会商',-8664286471668103136);
INSERT INTO find_key VALUES(89,'党员',-8664286471668103161);
INSERT INTO find_key VALUES(89,'党员和转正大会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'党员大会',-8664286471668103167);
INSERT INTO find_key VALUES(89,'党日',-8664286471668103163);
INSERT INTO find_key VALUES(89,'员',-8664286471668103161);
INSERT INTO find_key VALUES(89,'员会',-8664286471668103166);
INSERT INTO find_key VALUES(89,'员和转正大会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'员大会',-8664286471668103167);
INSERT INTO find_key VALUES(89,'和转正大会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'商',-8664286471668103136);
INSERT INTO find_key VALUES(89,'备党员和转正大会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'大会',-8664286471668103167);
INSERT INTO find_key VALUES(89,'大会',-8664286471668103160);
INSERT INTO find_key VALUES(89,'大会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'大会',-8664286471668103135);
INSERT INTO find_key VALUES(89,'委员会',-8664286471668103166);
INSERT INTO find_key VALUES(89,'委扩大会',-8664286471668103135);
INSERT INTO find_key VALUES(89,'小组会',-8664286471668103165);
INSERT INTO find_key VALUES(89,'届选举大会',-8664286471668103160);
INSERT INTO find_key VALUES(89,'席会商',-8664286471668103136);
INSERT INTO find_key VALUES(89,'扩大会',-8664286471668103135);
INSERT INTO find_key VALUES(89,'推进会',-8664286471668103134);
INSERT INTO find_key VALUES(89,'收预备党员和转正大会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'日',-8664286471668103163);
INSERT INTO find_key VALUES(89,'正大会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'活会',-8664286471668103162);
INSERT INTO find_key VALUES(89,'生活会',-8664286471668103162);
INSERT INTO find_key VALUES(89,'目推进会',-8664286471668103134);
INSERT INTO find_key VALUES(89,'组会',-8664286471668103165);
INSERT INTO find_key VALUES(89,'织生活会',-8664286471668103162);
INSERT INTO find_key VALUES(89,'议党员',-8664286471668103161);
INSERT INTO find_key VALUES(89,'评议党员',-8664286471668103161);
INSERT INTO find_key VALUES(89,'课',-8664286471668103164);
INSERT INTO find_key VALUES(89,'转正大会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'进会',-8664286471668103134);
INSERT INTO find_key VALUES(89,'选举大会',-8664286471668103160);
INSERT INTO find_key VALUES(89,'部党员大会',-8664286471668103167);
INSERT INTO find_key VALUES(89,'部委员会',-8664286471668103166);
INSERT INTO find_key VALUES(89,'预备党员和转正大会',-8664286471668103159);
INSERT INTO find_key VALUES(89,'题党日',-8664286471668103163);
INSERT INTO find_key VALUES(90,'dang k e',-8664286471668103164);
INSERT INTO find_key VALUES(90,'dang xzh iao u ui',-8664286471668103165);
INSERT INTO find_key VALUES(90,'huan jxjdh ie uan u a ui',-8664286471668103160);
INSERT INTO find_key VALUES(90,'jie sybdyhzzdh hou u ei ang uan e huan heng a ui',-8664286471668103159);
INSERT INTO find_key VALUES(90,'lian xhs i ui hang',-8664286471668103136);
INSERT INTO find_key VALUES(90,'min zpydy hu ing i ang uan',-8664286471668103161);
INSERT INTO find_key VALUES(90,'xiang mtjh u ui in ui',-8664286471668103134);
INSERT INTO find_key VALUES(90,'zhi bdydh u ang uan a ui',-8664286471668103167);
INSERT INTO find_key VALUES(90,'zhi bwyh u ei uan ui',-8664286471668103166);
INSERT INTO find_key VALUES(90,'zhi wkdh ei uo a ui',-8664286471668103135);
INSERT INTO find_key VALUES(90,'zhu tdr i ang i',-8664286471668103163);
INSERT INTO find_key VALUES(90,'zu zshh hi heng uo ui',-8664286471668103162);
INSERT INTO find_key VALUES(91,'dang xzk iao u uai',-8664286471668103165);
INSERT INTO find_key VALUES(91,'huan jxjdh ie uan u ai ui',-8664286471668103160);
INSERT INTO find_key VALUES(91,'huan jxjdk ie uan u a uai',-8664286471668103160);
INSERT INTO find_key VALUES(91,'huan jxjdk ie uan u ai uai',-8664286471668103160);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang uan e huai heng a ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang uan e huai heng ai ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang uan e huan heng ai ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang uan u huan heng a ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang uan uo huai heng a ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang uan uo huan heng a ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang uan uo huan heng ai ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang un e huai heng a ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang un e huan heng a ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang un e huan heng ai ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdh hou u ei ang un uo huan heng a ui',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdk hou u ei ang uan e huai heng a uai',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdk hou u ei ang uan e huan heng a uai',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdk hou u ei ang uan uo huan heng a uai',-8664286471668103159);
INSERT INTO find_key VALUES(91,'jie sybdyhzzdk hou u ei ang un e huan heng a uai',-8664286471668103159);
INSERT INTO find_key VALUES(91,'lian xks i uai hang',-8664286471668103136);
INSERT INTO find_key VALUES(91,'min zpydy hu ing i ang un',-8664286471668103161);
INSERT INTO find_key VALUES(91,'xiang mtjk u ui in uai',-8664286471668103134);
INSERT INTO find_key VALUES(91,'zhi bdydh u ang uan ai ui',-8664286471668103167);
INSERT INTO find_key VALUES(91,'zhi bdydh u ang un a ui',-8664286471668103167);
INSERT INTO find_key VALUES(91,'zhi bdydh u ang un ai ui',-8664286471668103167);
INSERT INTO find_key VALUES(91,'zhi bdydk u ang uan a uai',-8664286471668103167);
INSERT INTO find_key VALUES(91,'zhi bdydk u ang uan ai uai',-8664286471668103167);
INSERT INTO find_key VALUES(91,'zhi bdydk u ang un a uai',-8664286471668103167);
INSERT INTO find_key VALUES(91,'zhi bdydk u ang un ai uai',-8664286471668103167);
INSERT INTO find_key VALUES(91,'zhi bwyh u ei un ui',-8664286471668103166);
INSERT INTO find_key VALUES(91,'zhi bwyk u ei uan uai',-8664286471668103166);
INSERT INTO find_key VALUES(91,'zhi bwyk u ei un uai',-8664286471668103166);
INSERT INTO find_key VALUES(91,'zhi wkdh ei uo ai ui',-8664286471668103135);
INSERT INTO find_key VALUES(91,'zhi wkdk ei uo a uai',-8664286471668103135);
INSERT INTO find_key VALUES(91,'zhi wkdk ei uo ai uai',-8664286471668103135);
INSERT INTO find_key VALUES(91,'zu zshk hi heng uo uai',-8664286471668103162);
INSERT INTO find_key VALUES(96,'一致同意',-8664286471668102136);
INSERT INTO find_key VALUES(96,'不同意见',-8664286471668102112);
INSERT INTO find_key VALUES(96,'主持人小结',-8664286471668102078);
INSERT INTO find_key VALUES(96,'人数不足',-8664286471668102105);
INSERT INTO find_key VALUES(96,'保留意见',-8664286471668102111);
INSERT INTO find_key VALUES(96,'原则同意',-8664286471668102135);
INSERT INTO find_key VALUES(96,'学习要求',-8664286471668102140);
INSERT INTO find_key VALUES(96,'宣布开会',-8664286471668102143);
INSERT INTO find_key VALUES(96,'宣布散会',-8664286471668102077);
INSERT INTO find_key VALUES(96,'宣布未通过',-8664286471668102106);
INSERT INTO find_key VALUES(96,'宣布议程',-8664286471668102142);
INSERT INTO find_key VALUES(96,'宣布通过',-8664286471668102107);
INSERT INTO find_key VALUES(96,'报上级',-8664286471668102109);
INSERT INTO find_key VALUES(96,'提交大会',-8664286471668102110);
INSERT INTO find_key VALUES(96,'提请表决',-8664286471668102108);
INSERT INTO find_key VALUES(96,'汇报工作',-8664286471668102138);
INSERT INTO find_key VALUES(96,'确定任务',-8664286471668102104);
INSERT INTO find_key VALUES(96,'请假说明',-8664286471668102079);
INSERT INTO find_key VALUES(96,'逐一发言',-8664286471668102137);
INSERT INTO find_key VALUES(96,'通报上次事项',-8664286471668102139);
INSERT INTO find_key VALUES(96,'限期反馈',-8664286471668102103);
INSERT INTO find_key VALUES(96,'需求对接',-8664286471668102080);
INSERT INTO find_key VALUES(96,'领学',-8664286471668102141);
INSERT INTO find_key VALUES(97,'一发言',-8664286471668102137);
INSERT INTO find_key VALUES(97,'上次事项',-8664286471668102139);
INSERT INTO find_key VALUES(97,'上级',-8664286471668102109);
INSERT INTO find_key VALUES(97,'不足',-8664286471668102105);
INSERT INTO find_key VALUES(97,'习要求',-8664286471668102140);
INSERT INTO find_key VALUES(97,'事项',-8664286471668102139);
INSERT INTO find_key VALUES(97,'交大会',-8664286471668102110);
INSERT INTO find_key VALUES(97,'人小结',-8664286471668102078);
INSERT INTO find_key VALUES(97,'任务',-8664286471668102104);
INSERT INTO find_key VALUES(97,'会',-8664286471668102143);
INSERT INTO find_key VALUES(97,'会',-8664286471668102110);
INSERT INTO find_key VALUES(97,'会',-8664286471668102077);
INSERT INTO find_key VALUES(97,'作',-8664286471668102138);
INSERT INTO find_key VALUES(97,'假说明',-8664286471668102079);
INSERT INTO find_key VALUES(97,'决',-8664286471668102108);
INSERT INTO find_key VALUES(97,'则同意',-8664286471668102135);
INSERT INTO find_key VALUES(97,'务',-8664286471668102104);
INSERT INTO find_key VALUES(97,'反馈',-8664286471668102103);
INSERT INTO find_key VALUES(97,'发言',-8664286471668102137);
INSERT INTO find_key VALUES(97,'同意',-8664286471668102136);
INSERT INTO find_key VALUES(97,'同意',-8664286471668102135);
INSERT INTO find_key VALUES(97,'同意见',-8664286471668102112);
INSERT INTO find_key VALUES(97,'大会',-8664286471668102110);
INSERT INTO find_key VALUES(97,'学',-8664286471668102141);
INSERT INTO find_key VALUES(97,'定任务',-8664286471668102104);
INSERT INTO find_key VALUES(97,'对接',-8664286471668102080);
INSERT INTO find_key VALUES(97,'小结',-8664286471668102078);
INSERT INTO find_key VALUES(97,'工作',-8664286471668102138);
INSERT INTO find_key VALUES(97,'布开会',-8664286471668102143);
INSERT INTO find_key VALUES(97,'布散会',-8664286471668102077);
INSERT INTO find_key VALUES(97,'布未通过',-8664286471668102106);
INSERT INTO find_key VALUES(97,'布议程',-8664286471668102142);
INSERT INTO find_key VALUES(97,'布通过',-8664286471668102107);
INSERT INTO find_key VALUES(97,'开会',-8664286471668102143);
INSERT INTO find_key VALUES(97,'意',-8664286471668102136);
INSERT INTO find_key VALUES(97,'意',-8664286471668102135);
INSERT INTO find_key VALUES(97,'意见',-8664286471668102112);
INSERT INTO find_key VALUES(97,'意见',-8664286471668102111);
INSERT INTO find_key VALUES(97,'报上次事项',-8664286471668102139);
INSERT INTO find_key VALUES(97,'报工作',-8664286471668102138);
INSERT INTO find_key VALUES(97,'持人小结',-8664286471668102078);
INSERT INTO find_key VALUES(97,'接',-8664286471668102080);
INSERT INTO find_key VALUES(97,'散会',-8664286471668102077);
INSERT INTO find_key VALUES(97,'数不足',-8664286471668102105);
INSERT INTO find_key VALUES(97,'明',-8664286471668102079);
INSERT INTO find_key VALUES(97,'期反馈',-8664286471668102103);
INSERT INTO find_key VALUES(97,'未通过',-8664286471668102106);
INSERT INTO find_key VALUES(97,'次事项',-8664286471668102139);
INSERT INTO find_key VALUES(97,'求',-8664286471668102140);
INSERT INTO find_key VALUES(97,'求对接',-8664286471668102080);
INSERT INTO find_key VALUES(97,'留意见',-8664286471668102111);
INSERT INTO find_key VALUES(97,'程',-8664286471668102142);
INSERT INTO find_key VALUES(97,'级',-8664286471668102109);
INSERT INTO find_key VALUES(97,'结',-8664286471668102078);
INSERT INTO find_key VALUES(97,'致同意',-8664286471668102136);
INSERT INTO find_key VALUES(97,'表决',-8664286471668102108);
INSERT INTO find_key VALUES(97,'要求',-8664286471668102140);
INSERT INTO find_key VALUES(97,'见',-8664286471668102112);
INSERT INTO find_key VALUES(97,'见',-8664286471668102111);
INSERT INTO find_key VALUES(97,'言',-8664286471668102137);
INSERT INTO find_key VALUES(97,'议程',-8664286471668102142);
INSERT INTO find_key VALUES(97,'说明',-8664286471668102079);
INSERT INTO find_key VALUES(97,'请表决',-8664286471668102108);
INSERT INTO find_key VALUES(97,'足',-8664286471668102105);
INSERT INTO find_key VALUES(97,'过',-8664286471668102107);
INSERT INTO find_key VALUES(97,'过',-8664286471668102106);
INSERT INTO find_key VALUES(97,'通过',-8664286471668102107);
INSERT INTO find_key VALUES(97,'通过',-8664286471668102106);
INSERT INTO find_key VALUES(97,'项',-8664286471668102139);
INSERT INTO find_key VALUES(97,'馈',-8664286471668102103);
INSERT INTO find_key VALUES(98,'bao lyj iu i ian',-8664286471668102111);
INSERT INTO find_key VALUES(98,'bao sj hang i',-8664286471668102109);
INSERT INTO find_key VALUES(98,'bu tyj ong i ian',-8664286471668102112);
INSERT INTO find_key VALUES(98,'hui bgz ao ong uo',-8664286471668102138);
INSERT INTO find_key VALUES(98,'ling x ue',-8664286471668102141);
INSERT INTO find_key VALUES(98,'qing jsm ia huo ing',-8664286471668102079);
INSERT INTO find_key VALUES(98,'que drw ing en u',-8664286471668102104);
INSERT INTO find_key VALUES(98,'ren sbz hu u u',-8664286471668102105);
INSERT INTO find_key VALUES(98,'ti jdh iao a ui',-8664286471668102110);
INSERT INTO find_key VALUES(98,'ti qbj ing iao ue',-8664286471668102108);
INSERT INTO find_key VALUES(98,'tong bscsx ao hang i hi iang',-8664286471668102139);
INSERT INTO find_key VALUES(98,'xian qfk i an ui',-8664286471668102103);
INSERT INTO find_key VALUES(98,'xu qdj iu ui ie',-8664286471668102080);
INSERT INTO find_key VALUES(98,'xuan bkh u ai ui',-8664286471668102143);
INSERT INTO find_key VALUES(98,'xuan bsh u an ui',-8664286471668102077);
INSERT INTO find_key VALUES(98,'xuan btg u ong uo',-8664286471668102107);
INSERT INTO find_key VALUES(98,'xuan bwtg u ei ong uo',-8664286471668102106);
INSERT INTO find_key VALUES(98,'xuan byc u i heng',-8664286471668102142);
INSERT INTO find_key VALUES(98,'xue xyq i ao iu',-8664286471668102140);
INSERT INTO find_key VALUES(98,'yi zty hi ong i',-8664286471668102136);
INSERT INTO find_key VALUES(98,'yuan zty e ong i',-8664286471668102135);
INSERT INTO find_key VALUES(98,'zhu crxj hi en iao ie',-8664286471668102078);
INSERT INTO find_key VALUES(98,'zhu yfy i a an',-8664286471668102137);
INSERT INTO find_key VALUES(99,'bao lyx iu i ian',-8664286471668102111);
INSERT INTO find_key VALUES(99,'bu tyx ong i ian',-8664286471668102112);
INSERT INTO find_key VALUES(99,'di jdh iao a ui',-8664286471668102110);
INSERT INTO find_key VALUES(99,'di jdh iao ai ui',-8664286471668102110);
INSERT INTO find_key VALUES(99,'di jdk iao a uai',-8664286471668102110);
INSERT INTO find_key VALUES(99,'di jdk iao ai uai',-8664286471668102110);
INSERT INTO find_key VALUES(99,'di qbj ing iao ue',-8664286471668102108);
INSERT INTO find_key VALUES(99,'qing jsm ia hui ing',-8664286471668102079);
INSERT INTO find_key VALUES(99,'qing jym ia ue ing',-8664286471668102079);
INSERT INTO find_key VALUES(99,'ren sbz huo u u',-8664286471668102105);
INSERT INTO find_key VALUES(99,'ti jdh iao ai ui',-8664286471668102110);
INSERT INTO find_key VALUES(99,'ti jdk iao a uai',-8664286471668102110);
INSERT INTO find_key VALUES(99,'ti jdk iao ai uai',-8664286471668102110);
INSERT INTO find_key VALUES(99,'xian jfk i an ui',-8664286471668102103);
INSERT INTO find_key VALUES(99,'xuan bkk u ai uai',-8664286471668102143);
INSERT INTO find_key VALUES(99,'xuan bsk u an uai',-8664286471668102077);
CREATE TABLE setting (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('derivation','1');
CREATE TABLE office (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	level TEXT NOT NULL,
	region TEXT NOT NULL,
	upper TEXT NOT NULL,
	phone TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
INSERT INTO office VALUES(8664286475963072557,1,0,'<(中(1共!A敖.#伦''j高,j勒6R苏/I木8N委:Y员*%会','中共敖伦高勒苏木委员会','5','159901100','中共哈日图旗委员会','0489-2100018','示例单位：地名、人名、号码均为虚构');
CREATE TABLE operator (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	short_name TEXT NOT NULL,
	post TEXT NOT NULL,
	since_on TEXT NOT NULL
		CHECK (length(since_on) IN (0, 4)
			OR length(since_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10))
) STRICT;
INSERT INTO operator VALUES(8664286475963072559,1,0,'+@康2l巧:e云','康巧云','kqy','党建办干事','2020-03-02','');
INSERT INTO operator VALUES(8664286475963072561,1,0,')_胡6@斯,r冷','胡斯冷','hsl','组织委员','2021-07-15','');
CREATE TABLE unit (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	short_name TEXT NOT NULL,
	kind TEXT NOT NULL,
	level TEXT NOT NULL,
	side TEXT NOT NULL,
	region TEXT NOT NULL,
	parent_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	contact TEXT NOT NULL,
	phone TEXT NOT NULL,
	founded_on TEXT NOT NULL
		CHECK (length(founded_on) IN (0, 4)
			OR length(founded_on) IN (7, 10)),
	closed_on TEXT NOT NULL
		CHECK (length(closed_on) IN (0, 4)
			OR length(closed_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
INSERT INTO unit VALUES(8664286475963072563,1,0,'<(中(1共(j哈3y日7q图2S旗8N委:Y员*%会','中共哈日图旗委员会','旗委','11','4','2','哈日图旗',NULL,'','','','','');
INSERT INTO unit VALUES(8664286475963072565,1,0,'<(中(1共!A敖.#伦''j高,j勒6R苏/I木8N委:Y员*%会','中共敖伦高勒苏木委员会','苏木党委','14','5','2','敖伦高勒苏木',8664286475963072563,'宋佳慧','0489-2622675','','','');
INSERT INTO unit VALUES(8664286475963072567,1,0,'!A敖.#伦''j高,j勒5I社34区','敖伦高勒社区','敖伦高勒社区','15','6','2','敖伦高勒苏木',8664286475963072565,'白玉梅','0489-2775951','2004-06','','');
CREATE TABLE branch (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	upper TEXT NOT NULL,
	founded_on TEXT NOT NULL
		CHECK (length(founded_on) IN (0, 4)
			OR length(founded_on) IN (7, 10)),
	closed_on TEXT NOT NULL
		CHECK (length(closed_on) IN (0, 4)
			OR length(closed_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
INSERT INTO branch VALUES(8664286475963072569,1,0,'!A敖.#伦''j高,j勒5I社34区%0党<"支"O部','敖伦高勒社区党支部',8664286475963072567,'中共敖伦高勒苏木委员会','2004-07','','');
CREATE TABLE union_org (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	kind TEXT NOT NULL,
	basis TEXT NOT NULL,
	parent_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	committee_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	lead_unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	document_no TEXT NOT NULL,
	approved_on TEXT NOT NULL
		CHECK (length(approved_on) IN (0, 4)
			OR length(approved_on) IN (7, 10)),
	founded_on TEXT NOT NULL
		CHECK (length(founded_on) IN (0, 4)
			OR length(founded_on) IN (7, 10)),
	state TEXT NOT NULL,
	ended_on TEXT NOT NULL
		CHECK (length(ended_on) IN (0, 4)
			OR length(ended_on) IN (7, 10)),
	chain TEXT NOT NULL,
	task TEXT NOT NULL,
	task_text TEXT NOT NULL,
	need TEXT NOT NULL,
	scope TEXT NOT NULL,
	crosses TEXT NOT NULL,
	spot TEXT NOT NULL,
	route TEXT NOT NULL,
	district TEXT NOT NULL,
	station TEXT NOT NULL,
	term_years INTEGER,
	term_until_on TEXT NOT NULL
		CHECK (length(term_until_on) IN (0, 4)
			OR length(term_until_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
INSERT INTO union_org VALUES(8664286475963072571,1,0,'(.供9.销5I社*:家5l属:[院-)联)/合%0党<"支"O部','供销社家属院联合党支部','3','2',NULL,8664286475963072565,8664286475963072567,'敖党发〔2020〕17号','2020-05-08','2020-05-12','2','','1','6','清理垃圾、拆除违建、修缮设施，建立长效管理办法','老旧小区没有物业，设施陈旧，七十多户外出居住','涉及十二个单位，社区一家协调不动','1,3','3','敖伦高勒红色风景线','苏木所在地片区','供销社家属院1号楼党群活动室',3,'2026-05-11','');
CREATE TABLE union_unit (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	role TEXT NOT NULL,
	way TEXT NOT NULL,
	applied_on TEXT NOT NULL
		CHECK (length(applied_on) IN (0, 4)
			OR length(applied_on) IN (7, 10)),
	decided_by TEXT NOT NULL,
	joined_on TEXT NOT NULL
		CHECK (length(joined_on) IN (0, 4)
			OR length(joined_on) IN (7, 10)),
	left_on TEXT NOT NULL
		CHECK (length(left_on) IN (0, 4)
			OR length(left_on) IN (7, 10)),
	left_why TEXT NOT NULL,
	liaison TEXT NOT NULL,
	phone TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
INSERT INTO union_unit VALUES(8664286475963072573,1,0,'',8664286475963072571,8664286475963072567,'牵头，收集居民意见','3','','中共敖伦高勒苏木委员会','2020-05-12','','','乌日娜','0489-2460285','');
CREATE TABLE member (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	initials TEXT NOT NULL,
	sex TEXT NOT NULL,
	ethnic TEXT NOT NULL,
	birth_on TEXT NOT NULL
		CHECK (length(birth_on) IN (0, 4)
			OR length(birth_on) IN (7, 10)),
	idno TEXT NOT NULL
		CHECK (length(idno) IN (0, 15) OR length(idno) = 18),
	phone TEXT NOT NULL,
	native_place TEXT NOT NULL,
	education TEXT NOT NULL,
	address TEXT NOT NULL,
	work TEXT NOT NULL,
	work_on TEXT NOT NULL
		CHECK (length(work_on) IN (0, 4)
			OR length(work_on) IN (7, 10)),
	kind TEXT NOT NULL,
	joined_on TEXT NOT NULL
		CHECK (length(joined_on) IN (0, 4)
			OR length(joined_on) IN (7, 10)),
	confirmed_on TEXT NOT NULL
		CHECK (length(confirmed_on) IN (0, 4)
			OR length(confirmed_on) IN (7, 10)),
	introducers TEXT NOT NULL,
	branch_id INTEGER REFERENCES branch (id)
		DEFERRABLE INITIALLY DEFERRED,
	party_post TEXT NOT NULL,
	post_since_on TEXT NOT NULL
		CHECK (length(post_since_on) IN (0, 4)
			OR length(post_since_on) IN (7, 10)),
	state TEXT NOT NULL,
	state_on TEXT NOT NULL
		CHECK (length(state_on) IN (0, 4)
			OR length(state_on) IN (7, 10)),
	lost_cause TEXT NOT NULL,
	mobile TEXT NOT NULL CHECK (mobile IN ('', '0') OR mobile = '1'),
	mobile_where TEXT NOT NULL,
	file_at TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
INSERT INTO member VALUES(8664286475963072575,1,0,'!M白:U玉.Y梅','白玉梅','bym','2','11','1979-04-03','159902197904033708','15496793256','北疆哈日图旗','21','敖伦高勒社区供销社家属院1号楼2单元301','敖伦高勒社区党支部书记','2001-09','1','2003-09-27','2004-09-27','',8664286475963072569,'1','2018-12','1','','','','','','');
INSERT INTO member VALUES(8664286475963072577,2,0,'57单(e国&+栋','单国栋','sgd','1','01','1952-05-03','159903195205037977','15445266482','','61','敖伦高勒社区供销社家属院3号楼2单元102','退休职工','','1','1976-09','1977','',8664286475963072569,'3','2021-01','1','','','','','','');
INSERT INTO member VALUES(8664286475963072579,1,0,'3/仇([桂,S兰','仇桂兰','qgl','2','01','1956-01-09','159902195602090847','15477845771','','41','敖伦高勒社区供销社家属院2号楼3单元401','退休教师','1975-08','1','1985-06','1986-06','',8664286475963072569,'8','','1','','','','','','出生日期以人事档案为准，与身份证不一致');
INSERT INTO member VALUES(8664286475963072592,2,1,':U尉#_迟:Z远','尉迟远','ycy','1','01','','','','','','','','','1','1990-07','','',8664286475963072569,'8','','1','','','','','','');
CREATE TABLE membership (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	post TEXT NOT NULL,
	origin TEXT NOT NULL,
	duty TEXT NOT NULL,
	party_group TEXT NOT NULL,
	joined_on TEXT NOT NULL
		CHECK (length(joined_on) IN (0, 4)
			OR length(joined_on) IN (7, 10)),
	left_on TEXT NOT NULL
		CHECK (length(left_on) IN (0, 4)
			OR length(left_on) IN (7, 10)),
	left_why TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
INSERT INTO membership VALUES(8664286475963072581,1,0,'',8664286475963072575,8664286475963072571,8664286475963072567,'1','1','','','2020-05-12','','','');
INSERT INTO membership VALUES(8664286475963072583,1,0,'',8664286475963072577,8664286475963072571,8664286475963072567,'5','1','楼栋巡查','','2020-05-28','','','');
INSERT INTO membership VALUES(8664286475963072585,1,0,'',8664286475963072579,8664286475963072571,8664286475963072567,'3','1','文明劝导','','2020-06-30','','','');
CREATE TABLE leader (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	post TEXT NOT NULL,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_post TEXT NOT NULL,
	ground TEXT NOT NULL,
	reason TEXT NOT NULL,
	proposed_on TEXT NOT NULL
		CHECK (length(proposed_on) IN (0, 4)
			OR length(proposed_on) IN (7, 10)),
	proposed_by TEXT NOT NULL,
	since_on TEXT NOT NULL
		CHECK (length(since_on) IN (0, 4)
			OR length(since_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
INSERT INTO leader VALUES(8664286475963072587,1,0,'',8664286475963072571,8664286475963072575,'1',8664286475963072567,'党支部书记','4','','2020-05-06','社区、住建局、供销社等十二个单位','2020-05-12','','');
CREATE TABLE vote_rule (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	quorum_num INTEGER,
	quorum_den INTEGER,
	quorum_over TEXT NOT NULL,
	pass_base TEXT NOT NULL,
	pass_num INTEGER,
	pass_den INTEGER,
	pass_over TEXT NOT NULL,
	basis TEXT NOT NULL,
	rule_on TEXT NOT NULL
		CHECK (length(rule_on) IN (0, 4)
			OR length(rule_on) IN (7, 10)),
	since_on TEXT NOT NULL
		CHECK (length(since_on) IN (0, 4)
			OR length(since_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
INSERT INTO vote_rule VALUES(4294968321,1,0,':.一!R般"0表+#决','一般表决',1,2,'0','1',1,2,'1','中国共产党支部工作条例（试行）第十一条','2018-10','','','到会不少于应到的半数；赞成超过应到（不是实到）的半数为通过。');
INSERT INTO vote_rule VALUES(4294968322,1,0,'<"支8N委*%会"0表+#决','支委会表决',1,2,'0','1',1,2,'1','中国共产党支部工作条例（试行）第十二条','2018-10','','','到会不少于委员的半数。未见条例写明通过的比例，暂按超过委员的半数；上级另有规定的，另建规则。');
INSERT INTO vote_rule VALUES(4294968323,1,0,')s换*U届9Z选*r举','换届选举',4,5,'0','2',1,2,'1','中国共产党基层组织选举工作条例','2020-07','','','到会不少于应到的五分之四；赞成超过实到的半数当选。上级要求按应到计算的，另建规则。');
INSERT INTO vote_rule VALUES(4294968324,1,0,'*R接5d收:U预!g备%0党:Y员)/和<H转;y正','接收预备党员和转正',1,2,'1','1',1,2,'1','发展党员工作通行规定','','','','到会超过应到的半数；赞成超过应到正式党员的半数为通过。未到会党员会前提交的书面意见计入票数。');
INSERT INTO vote_rule VALUES(4294968325,1,0,'95协5:商:.一<%致','协商一致',NULL,NULL,'','',NULL,NULL,'','联席会议通行做法','','','','不计票，各方一致同意即形成意见。');
CREATE TABLE meeting_kind (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	cycle TEXT NOT NULL,
	times INTEGER,
	eligible TEXT NOT NULL,
	vote_rule_id INTEGER REFERENCES vote_rule (id)
		DEFERRABLE INITIALLY DEFERRED,
	first_topic TEXT NOT NULL
		CHECK (first_topic IN ('', '0') OR first_topic = '1'),
	functional TEXT NOT NULL
		CHECK (functional IN ('', '0') OR functional = '1'),
	union_kinds TEXT NOT NULL,
	basis TEXT NOT NULL,
	since_on TEXT NOT NULL
		CHECK (length(since_on) IN (0, 4)
			OR length(since_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10)),
	template TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
INSERT INTO meeting_kind VALUES(4294969345,1,0,'<"支"O部%0党:Y员$y大*%会','支部党员大会','2',1,'1',4294968321,'1','1','3,7','中国共产党支部工作条例（试行）第十一条','','',replace('一、第一议题：学习……，由……领学。\n二、通报上次会议决定事项的落实情况。\n三、支部书记报告本季度工作和下一步打算。\n四、审议……，党员发表意见。\n五、表决，宣布结果，形成决议。\n六、明确任务、责任人和完成时限。','\n',char(10)),'一般每季度召开一次。');
INSERT INTO meeting_kind VALUES(4294969346,1,0,'<"支"O部8N委:Y员*%会','支部委员会','1',1,'3',4294968322,'1','1','3,7','中国共产党支部工作条例（试行）第十二条','','',replace('一、第一议题：学习……，由……领学。\n二、听取各委员本月工作情况。\n三、研究……，委员逐一发表意见。\n四、表决，形成意见；须提交党员大会的，明确提交时间。\n五、安排下月工作，明确责任人和完成时限。','\n',char(10)),'一般每月召开一次。');
INSERT INTO meeting_kind VALUES(4294969347,1,0,'%0党90小<x组*%会','党小组会','1',1,'4',NULL,'1','1','3,4,7','中国共产党支部工作条例（试行）第十三条','','',replace('一、第一议题：学习……，由……领学。\n二、党员交流本月学习、工作和领岗履职情况。\n三、讨论……。\n四、落实支部安排的任务，分工到人。','\n',char(10)),'一般每月召开一次。');
INSERT INTO meeting_kind VALUES(4294969348,1,0,'%0党+O课','党课','2',1,'2',NULL,'0','1','3,7','三会一课通行做法','','',replace('一、授课人和题目：……。\n二、授课要点：……。\n三、党员交流体会。\n四、主持人小结，提出学习要求。','\n',char(10)),'次数由上级规定，通行做法是每季度一次。');
INSERT INTO meeting_kind VALUES(4294969349,1,0,'<6主7G题%0党3y日','主题党日','1',1,'2',NULL,'0','1','3,7','中国共产党支部工作条例（试行）','','',replace('一、集中学习：……。\n二、过组织生活：重温入党誓词、交纳党费等。\n三、民主议事：通报支部工作，听取意见建议。\n四、志愿服务：时间、地点、内容和参加人员。','\n',char(10)),'每月相对固定一天；嘎查村可以按农历确定。党费在组织关系所在支部交纳。');
INSERT INTO meeting_kind VALUES(4294969350,1,0,'<x组<"织5X生*/活*%会','组织生活会','4',1,'2',NULL,'0','1','3,4,7','组织生活会通行做法','','',replace('一、通报会前学习、谈心谈话和征求意见的情况。\n二、支部书记代表支部委员会对照检查。\n三、党员逐一作自我批评，其他党员提出批评意见。\n四、汇总问题，列出整改清单，明确责任人和完成时限。','\n',char(10)),'每年至少召开一次，一般在第四季度，可以结合民主评议党员进行。');
INSERT INTO meeting_kind VALUES(4294969351,1,0,'/)民<6主2;评:1议%0党:Y员','民主评议党员','4',1,'2',NULL,'0','0','3','民主评议党员通行做法','','',replace('一、个人自评。\n二、党员互评。\n三、民主测评：发出测评票……张，收回……张。\n四、支部委员会或者党员大会提出评定意见。','\n',char(10)),'评议和定等次由组织关系所在支部进行；功能型联合党组织只提供党员的日常表现。');
INSERT INTO meeting_kind VALUES(4294969352,1,0,')s换*U届9Z选*r举$y大*%会','换届选举大会','9',NULL,'1',4294968323,'0','0','','中国共产党基层组织选举工作条例','','',replace('一、清点到会人数：应到……名，实到……名，有表决权的……名。\n二、上届委员会报告工作，党员审议。\n三、通过选举办法，通过监票人、计票人名单。\n四、介绍候选人，分发选票，无记名投票。\n五、计票，监票人报告结果，主持人宣布当选名单。\n六、新一届委员会选举书记、副书记，报上级党组织。','\n',char(10)),'由组织关系所在支部按任期召开。');
INSERT INTO meeting_kind VALUES(4294969353,1,0,'*R接5d收:U预!g备%0党:Y员)/和<H转;y正$y大*%会','接收预备党员和转正大会','9',NULL,'1',4294968324,'0','0','','发展党员工作通行规定','','',replace('一、申请人汇报个人情况和对党的认识。\n二、介绍人介绍情况，提出意见。\n三、支部委员会报告审查情况。\n四、党员充分讨论，逐一发表意见。\n五、无记名投票表决，宣布结果，形成决议。\n六、申请人表态。','\n',char(10)),'由组织关系所在支部召开；两人以上的，逐人讨论、逐人表决。');
INSERT INTO meeting_kind VALUES(4294969376,1,0,'-)联8q席*%会5:商','联席会商','3',1,'5',4294968325,'0','1','1,2,5,6,8','联席会议通行做法','','',replace('一、通报上次会商事项的办理情况。\n二、提出单位说明议题和需求。\n三、各成员单位逐一发表意见，说明能承担的事项和资源。\n四、协商形成一致意见，明确牵头单位、配合单位和完成时限。\n五、未达成一致的意见如实记录，留待下次会商。','\n',char(10)),'议题一般提前十五天送各成员单位联络员。');
INSERT INTO meeting_kind VALUES(4294969377,1,0,'<"支8N委,C扩$y大*%会','支委扩大会','9',NULL,'3',4294968322,'0','1','','《瞭望》全领域融合党建','','',replace('一、说明扩大参加的单位和人员。\n二、通报……。\n三、研究……，委员和列席人员发表意见。\n四、委员表决，形成意见。\n五、明确责任人和完成时限。','\n',char(10)),'扩大参加的人员按列席记录，不参加表决。');
INSERT INTO meeting_kind VALUES(4294969378,1,0,'9+项/I目8"推*[进*%会','项目推进会','9',NULL,'5',4294968325,'0','1','','《瞭望》全领域融合党建','','',replace('一、责任单位汇报项目进度。\n二、逐项梳理问题和堵点。\n三、各单位说明解决办法和时间。\n四、确定下一步任务、责任人和完成时限。','\n',char(10)),'');
CREATE TABLE phrase (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	title TEXT NOT NULL CHECK (title <> ''),
	order_no INTEGER,
	body TEXT NOT NULL CHECK (body <> '')
) STRICT;
INSERT INTO phrase VALUES(4294970369,1,0,'9X宣"O布+4开*%会','宣布开会',1,'本次会议应到、实到人数符合规定，可以开会。');
INSERT INTO phrase VALUES(4294970370,1,0,'9X宣"O布:1议#Y程','宣布议程',2,'今天的会议有以下议题：');
INSERT INTO phrase VALUES(4294970371,1,0,'-H领9_学','领学',3,'全文领学了……，与会党员结合实际谈了认识和体会。');
INSERT INTO phrase VALUES(4294970372,1,0,'9_学8q习:%要3/求','学习要求',4,'会议要求，全体党员要把学习成果转化为干好工作的思路和办法，带头落实到所领岗位上。');
INSERT INTO phrase VALUES(4294970373,1,0,'7d通!a报5=上$I次5a事9+项','通报上次事项',5,'通报了上次会议确定事项的落实情况：已完成……项，正在推进……项，未完成的原因是……。');
INSERT INTO phrase VALUES(4294970374,1,0,'*%汇!a报(.工=7作','汇报工作',6,'就……作了汇报，重点说明了进展、存在的问题和下一步打算。');
INSERT INTO phrase VALUES(4294970375,1,0,'<5逐:.一&p发9q言','逐一发言',7,'与会人员逐一发表了意见，主要意见如下：');
INSERT INTO phrase VALUES(4294970376,1,0,':.一<%致7e同:1意','一致同意',8,'与会人员一致同意。');
INSERT INTO phrase VALUES(4294970377,1,0,':Y原;/则7e同:1意','原则同意',9,'原则同意，请……根据会上提出的意见修改完善后实施。');
INSERT INTO phrase VALUES(4294970400,1,0,'"O不7e同:1意*C见','不同意见',10,'对此有不同意见，如实记录如下：');
INSERT INTO phrase VALUES(4294970401,1,0,'!`保-M留:1意*C见','保留意见',11,'表示保留意见，理由是：');
INSERT INTO phrase VALUES(4294970402,1,0,'7G提*L交$y大*%会','提交大会',12,'会议同意将此事项提交支部党员大会审议。');
INSERT INTO phrase VALUES(4294970403,1,0,'!a报5=上*5级','报上级',13,'会议决定将此事项报上级党组织审批。');
INSERT INTO phrase VALUES(4294970404,1,0,'7G提3$请"0表+#决','提请表决',14,'党员充分讨论后，主持人提请表决。');
INSERT INTO phrase VALUES(4294970405,1,0,'9X宣"O布7d通(g过','宣布通过',15,'主持人宣布：表决通过。');
INSERT INTO phrase VALUES(4294970406,1,0,'9X宣"O布8O未7d通(g过','宣布未通过',16,'主持人宣布：赞成票未达到规定，该事项未通过。');
INSERT INTO phrase VALUES(4294970407,1,0,'3k人5m数"O不<w足','人数不足',17,'实到人数不足规定，本次不作表决，另行召开会议。');
INSERT INTO phrase VALUES(4294970408,1,0,'3C确%y定3m任8m务','确定任务',18,'会议确定：由……牵头，……配合，于……前完成。');
INSERT INTO phrase VALUES(4294970409,1,0,'9%限2R期&x反,7馈','限期反馈',19,'请责任人在……前向支部反馈办理情况。');
INSERT INTO phrase VALUES(4294970432,1,0,'9R需3/求&C对*R接','需求对接',20,'……提出需求：……；……表示可以提供：……；双方商定：……。');
INSERT INTO phrase VALUES(4294970433,1,0,'3$请*<假6:说//明','请假说明',21,'……因……请假，会后由……传达会议精神。');
INSERT INTO phrase VALUES(4294970434,1,0,'<6主#_持3k人90小*S结','主持人小结',22,'主持人小结：今天的会议讨论充分、意见明确，请责任单位和责任人按时落实。');
INSERT INTO phrase VALUES(4294970435,1,0,'9X宣"O布4a散*%会','宣布散会',23,'议题进行完毕，主持人宣布散会。');
CREATE TABLE meeting (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	kind_id INTEGER REFERENCES meeting_kind (id)
		DEFERRABLE INITIALLY DEFERRED,
	title TEXT NOT NULL CHECK (title <> ''),
	serial_no INTEGER,
	begin_at TEXT NOT NULL
		CHECK (length(begin_at) IN (0, 16)),
	end_at TEXT NOT NULL
		CHECK (length(end_at) IN (0, 16)),
	place TEXT NOT NULL,
	party_group TEXT NOT NULL,
	chair_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	chair_name TEXT NOT NULL,
	recorder_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	recorder_name TEXT NOT NULL,
	state TEXT NOT NULL,
	secret TEXT NOT NULL CHECK (secret IN ('', '0') OR secret = '1'),
	signed_on TEXT NOT NULL
		CHECK (length(signed_on) IN (0, 4)
			OR length(signed_on) IN (7, 10)),
	signed_by TEXT NOT NULL,
	cancel_why TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE TABLE attendance (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	person TEXT NOT NULL,
	post TEXT NOT NULL,
	capacity TEXT NOT NULL,
	presence TEXT NOT NULL,
	arrived_at TEXT NOT NULL
		CHECK (length(arrived_at) IN (0, 16)),
	absence TEXT NOT NULL,
	reason TEXT NOT NULL,
	left_out TEXT NOT NULL,
	left_out_note TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE TABLE agenda_item (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL CHECK (subject <> ''),
	form TEXT NOT NULL,
	speaker_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	speaker_name TEXT NOT NULL,
	gist TEXT NOT NULL
) STRICT;
CREATE TABLE discussion (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	agenda_item_id INTEGER REFERENCES agenda_item (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	speaker_name TEXT NOT NULL,
	dissent TEXT NOT NULL CHECK (dissent IN ('', '0') OR dissent = '1'),
	words TEXT NOT NULL CHECK (words <> '')
) STRICT;
CREATE TABLE vote (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	agenda_item_id INTEGER REFERENCES agenda_item (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	matter TEXT NOT NULL CHECK (matter <> ''),
	way TEXT NOT NULL,
	vote_rule_id INTEGER REFERENCES vote_rule (id)
		DEFERRABLE INITIALLY DEFERRED,
	eligible INTEGER,
	present INTEGER,
	in_favour INTEGER,
	against INTEGER,
	abstained INTEGER,
	not_cast INTEGER,
	written INTEGER,
	outcome TEXT NOT NULL
) STRICT;
CREATE TABLE resolution (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	agenda_item_id INTEGER REFERENCES agenda_item (id)
		DEFERRABLE INITIALLY DEFERRED,
	vote_id INTEGER REFERENCES vote (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	subject TEXT NOT NULL CHECK (subject <> ''),
	body TEXT NOT NULL
) STRICT;
CREATE TABLE attachment (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	kind TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	file TEXT NOT NULL,
	place TEXT NOT NULL,
	size INTEGER,
	file_at TEXT NOT NULL
		CHECK (length(file_at) IN (0, 16)),
	hash TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE TABLE amendment (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	amended_on TEXT NOT NULL
		CHECK (length(amended_on) IN (0, 4)
			OR length(amended_on) IN (7, 10)),
	matter TEXT NOT NULL CHECK (matter <> ''),
	body TEXT NOT NULL CHECK (body <> ''),
	signed_by TEXT NOT NULL CHECK (signed_by <> '')
) STRICT;
CREATE TABLE task (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	title TEXT NOT NULL CHECK (title <> ''),
	detail TEXT NOT NULL,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	given_on TEXT NOT NULL
		CHECK (length(given_on) IN (0, 4)
			OR length(given_on) IN (7, 10)),
	due_on TEXT NOT NULL
		CHECK (length(due_on) IN (0, 4)
			OR length(due_on) IN (7, 10)),
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	resolution_id INTEGER REFERENCES resolution (id)
		DEFERRABLE INITIALLY DEFERRED,
	parent_id INTEGER REFERENCES task (id)
		DEFERRABLE INITIALLY DEFERRED,
	state TEXT NOT NULL,
	closed_on TEXT NOT NULL
		CHECK (length(closed_on) IN (0, 4)
			OR length(closed_on) IN (7, 10)),
	result TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE TABLE task_note (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	task_id INTEGER REFERENCES task (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	noted_on TEXT NOT NULL
		CHECK (length(noted_on) IN (0, 4)
			OR length(noted_on) IN (7, 10)),
	body TEXT NOT NULL CHECK (body <> ''),
	noted_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX site_first ON site (first) WHERE first = 1;
CREATE INDEX change_head_order ON change_head (lamport, id);
CREATE INDEX change_head_undoes ON change_head (undoes) WHERE undoes <> 0;
CREATE INDEX change_head_draft ON change_head (draft) WHERE draft <> 0;
CREATE INDEX change_head_at ON change_head (at, lamport, id);
CREATE INDEX change_head_operator
	ON change_head (operator_name, lamport, id);
CREATE INDEX journal_change ON journal (change_id);
CREATE INDEX journal_record ON journal (record_id);
CREATE VIEW found AS SELECT list, key, place, place
	+ (SELECT number << 32 FROM site WHERE first = 1) AS id FROM find_key;
CREATE INDEX office_sort ON office (sort_key, id) WHERE deleted = 0;
CREATE INDEX operator_sort ON operator (sort_key, id) WHERE deleted = 0;
CREATE INDEX operator_name ON operator (name);
CREATE INDEX unit_sort ON unit (sort_key, id) WHERE deleted = 0;
CREATE INDEX unit_name ON unit (name);
CREATE INDEX unit_parent_id ON unit (parent_id, id);
CREATE INDEX branch_sort ON branch (sort_key, id) WHERE deleted = 0;
CREATE INDEX branch_name ON branch (name);
CREATE INDEX branch_unit_id ON branch (unit_id, id);
CREATE INDEX union_org_sort ON union_org (sort_key, id) WHERE deleted = 0;
CREATE INDEX union_org_name ON union_org (name);
CREATE INDEX union_org_parent_id ON union_org (parent_id, id);
CREATE INDEX union_org_committee_id ON union_org (committee_id, id);
CREATE INDEX union_org_lead_unit_id ON union_org (lead_unit_id, id);
CREATE INDEX union_unit_sort ON union_unit (sort_key, id) WHERE deleted = 0;
CREATE INDEX union_unit_union_org_id ON union_unit (union_org_id, id);
CREATE INDEX union_unit_unit_id ON union_unit (unit_id, id);
CREATE INDEX member_sort ON member (sort_key, id) WHERE deleted = 0;
CREATE INDEX member_birth_on ON member (birth_on, id) WHERE deleted = 0;
CREATE INDEX member_idno ON member (idno);
CREATE INDEX member_branch_id ON member (branch_id, id);
CREATE INDEX membership_sort ON membership (sort_key, id) WHERE deleted = 0;
CREATE INDEX membership_member_id ON membership (member_id, id);
CREATE INDEX membership_union_org_id ON membership (union_org_id, id);
CREATE INDEX membership_unit_id ON membership (unit_id, id);
CREATE INDEX leader_sort ON leader (sort_key, id) WHERE deleted = 0;
CREATE INDEX leader_union_org_id ON leader (union_org_id, id);
CREATE INDEX leader_member_id ON leader (member_id, id);
CREATE INDEX leader_unit_id ON leader (unit_id, id);
CREATE INDEX vote_rule_sort ON vote_rule (sort_key, id) WHERE deleted = 0;
CREATE INDEX vote_rule_name ON vote_rule (name);
CREATE INDEX meeting_kind_sort ON meeting_kind (sort_key, id) WHERE deleted = 0;
CREATE INDEX meeting_kind_name ON meeting_kind (name);
CREATE INDEX meeting_kind_vote_rule_id ON meeting_kind (vote_rule_id, id);
CREATE INDEX phrase_sort ON phrase (sort_key, id) WHERE deleted = 0;
CREATE INDEX phrase_title ON phrase (title);
CREATE INDEX meeting_sort ON meeting (sort_key, id) WHERE deleted = 0;
CREATE INDEX meeting_union_org_id ON meeting (union_org_id, id);
CREATE INDEX meeting_kind_id ON meeting (kind_id, id);
CREATE INDEX meeting_begin_at ON meeting (begin_at, id) WHERE deleted = 0;
CREATE INDEX meeting_chair_id ON meeting (chair_id, id);
CREATE INDEX meeting_recorder_id ON meeting (recorder_id, id);
CREATE INDEX attendance_sort ON attendance (sort_key, id) WHERE deleted = 0;
CREATE INDEX attendance_meeting_id ON attendance (meeting_id, id);
CREATE INDEX attendance_member_id ON attendance (member_id, id);
CREATE INDEX attendance_unit_id ON attendance (unit_id, id);
CREATE INDEX agenda_item_sort ON agenda_item (sort_key, id) WHERE deleted = 0;
CREATE INDEX agenda_item_meeting_id ON agenda_item (meeting_id, id);
CREATE INDEX agenda_item_speaker_id ON agenda_item (speaker_id, id);
CREATE INDEX discussion_sort ON discussion (sort_key, id) WHERE deleted = 0;
CREATE INDEX discussion_meeting_id ON discussion (meeting_id, id);
CREATE INDEX discussion_agenda_item_id ON discussion (agenda_item_id, id);
CREATE INDEX discussion_member_id ON discussion (member_id, id);
CREATE INDEX vote_sort ON vote (sort_key, id) WHERE deleted = 0;
CREATE INDEX vote_meeting_id ON vote (meeting_id, id);
CREATE INDEX vote_agenda_item_id ON vote (agenda_item_id, id);
CREATE INDEX vote_vote_rule_id ON vote (vote_rule_id, id);
CREATE INDEX resolution_sort ON resolution (sort_key, id) WHERE deleted = 0;
CREATE INDEX resolution_meeting_id ON resolution (meeting_id, id);
CREATE INDEX resolution_agenda_item_id ON resolution (agenda_item_id, id);
CREATE INDEX resolution_vote_id ON resolution (vote_id, id);
CREATE INDEX attachment_sort ON attachment (sort_key, id) WHERE deleted = 0;
CREATE INDEX attachment_meeting_id ON attachment (meeting_id, id);
CREATE INDEX amendment_sort ON amendment (sort_key, id) WHERE deleted = 0;
CREATE INDEX amendment_meeting_id ON amendment (meeting_id, id);
CREATE INDEX task_sort ON task (sort_key, id) WHERE deleted = 0;
CREATE INDEX task_union_org_id ON task (union_org_id, id);
CREATE INDEX task_member_id ON task (member_id, id);
CREATE INDEX task_unit_id ON task (unit_id, id);
CREATE INDEX task_due_on ON task (due_on, id) WHERE deleted = 0;
CREATE INDEX task_meeting_id ON task (meeting_id, id);
CREATE INDEX task_resolution_id ON task (resolution_id, id);
CREATE INDEX task_parent_id ON task (parent_id, id);
CREATE INDEX task_note_sort ON task_note (sort_key, id) WHERE deleted = 0;
CREATE INDEX task_note_task_id ON task_note (task_id, id);
COMMIT;

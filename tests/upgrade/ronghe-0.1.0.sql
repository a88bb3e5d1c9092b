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
INSERT INTO site VALUES(2017311397,'machine of office',1795395600,40,X'6fc416391e02d9bbf42461c2c84cf7e32db5a21e35408a61c9982b5cd08ca09c',1,1);
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
INSERT INTO change_head VALUES(8664286475963072513,1,1795395600,0,'','clerk','office','import','office',0,0,16);
INSERT INTO change_head VALUES(8664286475963072546,2,1795395600,8664286475963072516,'康巧云','clerk','office','import','changed.csv',0,0,1);
INSERT INTO change_head VALUES(8664286475963072548,3,1795395600,8664286475963072516,'康巧云','clerk','office','import','removed.csv',0,0,1);
INSERT INTO change_head VALUES(8664286475963072551,4,1795395600,8664286475963072516,'康巧云','clerk','office','undo','removed.csv',8664286475963072548,0,1);
CREATE TABLE change_count (
	change_id INTEGER NOT NULL,
	type TEXT NOT NULL,
	n_new INTEGER NOT NULL,
	n_changed INTEGER NOT NULL,
	n_removed INTEGER NOT NULL,
	n_back INTEGER NOT NULL,        -- brought back
	PRIMARY KEY (change_id, type)
) STRICT, WITHOUT ROWID;
INSERT INTO change_count VALUES(8664286475963072513,'branch',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072513,'leader',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072513,'member',3,0,0,0);
INSERT INTO change_count VALUES(8664286475963072513,'membership',3,0,0,0);
INSERT INTO change_count VALUES(8664286475963072513,'office',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072513,'operator',2,0,0,0);
INSERT INTO change_count VALUES(8664286475963072513,'union_org',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072513,'union_unit',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072513,'unit',3,0,0,0);
INSERT INTO change_count VALUES(8664286475963072546,'member',0,1,0,0);
INSERT INTO change_count VALUES(8664286475963072548,'member',1,0,0,0);
INSERT INTO change_count VALUES(8664286475963072551,'member',0,0,1,0);
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
INSERT INTO journal VALUES(8664286475963072515,8664286475963072513,'office',8664286475963072514,1,'{"name":"中共敖伦高勒苏木委员会","level":"5","region":"159901100","upper":"中共哈日图旗委员会","phone":"0489-2100018","remark":"示例单位：地名、人名、号码均为虚构"}',X'66094848350ebcac2ba35f48d984d5c0',X'b102f0d4b69387efe366d4ad7363622614a9df1ded7a488951ad876097108697');
INSERT INTO journal VALUES(8664286475963072517,8664286475963072513,'operator',8664286475963072516,1,'{"name":"康巧云","short_name":"kqy","post":"党建办干事","since_on":"2020-03-02"}',X'773c3609f1de750af6b5559eec3e7b7b',X'471fe7fba30bc2b483ab45de1af319468f8c14931ede92d6e003af401aca4c50');
INSERT INTO journal VALUES(8664286475963072519,8664286475963072513,'operator',8664286475963072518,1,'{"name":"胡斯冷","short_name":"hsl","post":"组织委员","since_on":"2021-07-15"}',X'4309cdc8741445bfc9bcdbe384e54da8',X'cb917a4cd4c7bc64822abbfa95b92e736a73cd207c2fa8452e011a6649bf0774');
INSERT INTO journal VALUES(8664286475963072521,8664286475963072513,'unit',8664286475963072520,1,'{"name":"中共哈日图旗委员会","short_name":"旗委","kind":"11","level":"4","side":"2","region":"哈日图旗"}',X'4233fd441d88ec466991df139c6eeabe',X'e658f2268dc8de776b4971bc56adc14f339e231d5c28c83854ad4762de46c3bb');
INSERT INTO journal VALUES(8664286475963072523,8664286475963072513,'unit',8664286475963072522,1,'{"name":"中共敖伦高勒苏木委员会","short_name":"苏木党委","kind":"14","level":"5","side":"2","region":"敖伦高勒苏木","parent_id":"1W3VEN5-8","contact":"宋佳慧","phone":"0489-2622675"}',X'17ee6f02d663cd0413b5b3979c18e936',X'1b84d221e0e4fec9974197dcb972e32fa98b13f0d7a250cb63d12ad4235e4e6f');
INSERT INTO journal VALUES(8664286475963072525,8664286475963072513,'unit',8664286475963072524,1,'{"name":"敖伦高勒社区","short_name":"敖伦高勒社区","kind":"15","level":"6","side":"2","region":"敖伦高勒苏木","parent_id":"1W3VEN5-A","contact":"白玉梅","phone":"0489-2775951","founded_on":"2004-06"}',X'53077c709a7f02cf4f100a5161aec3d2',X'd075f80d1c3ba090fdfaf00bc8f19bbf13a54ebe29c38d06888981228227043f');
INSERT INTO journal VALUES(8664286475963072527,8664286475963072513,'branch',8664286475963072526,1,'{"name":"敖伦高勒社区党支部","unit_id":"1W3VEN5-C","upper":"中共敖伦高勒苏木委员会","founded_on":"2004-07"}',X'd08cbf9ebc53e15e3d1d0355cf5f10c5',X'ec4995b4e3103601ff981447f8b79f06205ff419141e95d0a25e1af5f4444048');
INSERT INTO journal VALUES(8664286475963072529,8664286475963072513,'union_org',8664286475963072528,1,'{"name":"供销社家属院联合党支部","kind":"3","basis":"2","committee_id":"1W3VEN5-A","lead_unit_id":"1W3VEN5-C","document_no":"敖党发〔2020〕17号","approved_on":"2020-05-08","founded_on":"2020-05-12","state":"2","chain":"1","task":"6","task_text":"清理垃圾、拆除违建、修缮设施，建立长效管理办法","need":"老旧小区没有物业，设施陈旧，七十多户外出居住","scope":"涉及十二个单位，社区一家协调不动","crosses":"3","spot":"3","route":"敖伦高勒红色风景线","district":"苏木所在地片区","station":"供销社家属院1号楼党群活动室","term_years":"3","term_until_on":"2026-05-11"}',X'757dc52b43710334fd861820624cc252',X'76fc63d958e418dd68898a678978f5ec78dfec0076b9c3a48ff7f008ccaeb2aa');
INSERT INTO journal VALUES(8664286475963072531,8664286475963072513,'union_unit',8664286475963072530,1,'{"union_org_id":"1W3VEN5-G","unit_id":"1W3VEN5-C","role":"牵头，收集居民意见","way":"3","decided_by":"中共敖伦高勒苏木委员会","joined_on":"2020-05-12","liaison":"乌日娜","phone":"0489-2460285"}',X'67b323560732111265b1666f949f5ebc',X'15d16541cd65c352af6dcd271c7f9e9a51c1d7883b87123a8c8ff22714116b08');
INSERT INTO journal VALUES(8664286475963072533,8664286475963072513,'member',8664286475963072532,1,'{"name":"白玉梅","initials":"bym","sex":"2","ethnic":"11","birth_on":"1979-04-03","idno":"159902197904033708","phone":"15496793256","native_place":"北疆哈日图旗","education":"21","address":"敖伦高勒社区供销社家属院1号楼2单元301","work":"敖伦高勒社区党支部书记","work_on":"2001-09","kind":"1","joined_on":"2003-09-27","confirmed_on":"2004-09-27","branch_id":"1W3VEN5-E","party_post":"1","post_since_on":"2018-12","state":"1"}',X'a25182d87bae285c5a146c3a957fc863',X'e70cc87d4ef1ab9823c514049b377e9881f89ae52ad12d72b136c0dcaa6efc69');
INSERT INTO journal VALUES(8664286475963072535,8664286475963072513,'member',8664286475963072534,1,'{"name":"单国栋","initials":"sgd","sex":"1","ethnic":"01","birth_on":"1952-05-03","idno":"159903195205037977","phone":"15445266482","education":"61","address":"敖伦高勒社区供销社家属院2号楼1单元102","work":"退休职工","kind":"1","joined_on":"1976-09","confirmed_on":"1977","branch_id":"1W3VEN5-E","party_post":"3","post_since_on":"2021-01","state":"1"}',X'3e8bcde86be7168391d6909be8e449a0',X'f4c18dc1800197d7f97941516ab8d7b3d638a05a6786537431b43da83859f5d4');
INSERT INTO journal VALUES(8664286475963072537,8664286475963072513,'member',8664286475963072536,1,'{"name":"仇桂兰","initials":"qgl","sex":"2","ethnic":"01","birth_on":"1956-01-09","idno":"159902195602090847","phone":"15477845771","education":"41","address":"敖伦高勒社区供销社家属院2号楼3单元401","work":"退休教师","work_on":"1975-08","kind":"1","joined_on":"1985-06","confirmed_on":"1986-06","branch_id":"1W3VEN5-E","party_post":"8","state":"1","remark":"出生日期以人事档案为准，与身份证不一致"}',X'eb03896fbf4259a88c3c3f763ebed885',X'622bf769ac89e0a65bf25b3ba796cfa5d5f241ed5c255a85c17b19789a393f6a');
INSERT INTO journal VALUES(8664286475963072539,8664286475963072513,'membership',8664286475963072538,1,'{"member_id":"1W3VEN5-M","union_org_id":"1W3VEN5-G","unit_id":"1W3VEN5-C","post":"1","origin":"1","joined_on":"2020-05-12"}',X'315d5c6ec4976ac114c5b0e42fc7dbd7',X'5b98f896e8a8a87cbd2bbb190b64adeb56967c6772ef549592ee2d7663ba4fd4');
INSERT INTO journal VALUES(8664286475963072541,8664286475963072513,'membership',8664286475963072540,1,'{"member_id":"1W3VEN5-P","union_org_id":"1W3VEN5-G","unit_id":"1W3VEN5-C","post":"5","origin":"1","duty":"楼栋巡查","joined_on":"2020-05-28"}',X'f09f7c14b9df48cb99c87aa9186fe0d8',X'6539d51c255d14b413ddc58764b20b9abe4fb198dbbdc229d8e57abcbbf7f83a');
INSERT INTO journal VALUES(8664286475963072543,8664286475963072513,'membership',8664286475963072542,1,'{"member_id":"1W3VEN5-R","union_org_id":"1W3VEN5-G","unit_id":"1W3VEN5-C","post":"3","origin":"1","duty":"文明劝导","joined_on":"2020-06-30"}',X'4061f8fd454a05606518446100b25687',X'a0c2c451be55a610bc912a15a4e5edf86f5daad04fffa0039f549a64835e00a3');
INSERT INTO journal VALUES(8664286475963072545,8664286475963072513,'leader',8664286475963072544,1,'{"union_org_id":"1W3VEN5-G","member_id":"1W3VEN5-M","post":"1","unit_id":"1W3VEN5-C","unit_post":"党支部书记","ground":"4","proposed_on":"2020-05-06","proposed_by":"社区、住建局、供销社等十二个单位","since_on":"2020-05-12"}',X'2a6e26cdfd9daf916aa1b9005b2535c6',X'4b6547affc326ced42755c268073511384e52e22b04f7f5d5fbff67d50869599');
INSERT INTO journal VALUES(8664286475963072547,8664286475963072546,'member',8664286475963072534,2,'{"address":["敖伦高勒社区供销社家属院2号楼1单元102","敖伦高勒社区供销社家属院3号楼2单元102"]}',X'9c1c287b79264c66011a9c59e08f62f1',X'23b70bc23f9ba5a1cb4474781fed08a5478a9e337754f4c7351832c95d224edd');
INSERT INTO journal VALUES(8664286475963072550,8664286475963072548,'member',8664286475963072549,1,'{"name":"尉迟远","initials":"ycy","sex":"1","ethnic":"01","kind":"1","joined_on":"1990-07","branch_id":"1W3VEN5-E","party_post":"8","state":"1"}',X'5dfba03d76d145a22fe0d8d3a4d8c4e1',X'4a6868b9292d97ea85aea2564bd92c6eaf26bebe86103b32cfaec75b4af4d39f');
INSERT INTO journal VALUES(8664286475963072552,8664286475963072551,'member',8664286475963072549,2,'{"deleted":["0","1"]}',X'84742d6f81b9ac3890968867c4d76cb2',X'6fc416391e02d9bbf42461c2c84cf7e32db5a21e35408a61c9982b5cd08ca09c');
CREATE TABLE find_key (
	list INTEGER NOT NULL,          -- of keys; see find_list() in table.h
	key TEXT NOT NULL,
	place INTEGER NOT NULL,         -- the record's id without the first site
	PRIMARY KEY (list, key, place)
) STRICT, WITHOUT ROWID;
INSERT INTO find_key VALUES(8,'中共敖伦高勒苏木委员会',2);
INSERT INTO find_key VALUES(9,'会',2);
INSERT INTO find_key VALUES(9,'伦高勒苏木委员会',2);
INSERT INTO find_key VALUES(9,'共敖伦高勒苏木委员会',2);
INSERT INTO find_key VALUES(9,'勒苏木委员会',2);
INSERT INTO find_key VALUES(9,'员会',2);
INSERT INTO find_key VALUES(9,'委员会',2);
INSERT INTO find_key VALUES(9,'敖伦高勒苏木委员会',2);
INSERT INTO find_key VALUES(9,'木委员会',2);
INSERT INTO find_key VALUES(9,'苏木委员会',2);
INSERT INTO find_key VALUES(9,'高勒苏木委员会',2);
INSERT INTO find_key VALUES(10,'zhong galglsmwyh ong o un ao ei u u ei uan ui',2);
INSERT INTO find_key VALUES(11,'zhong galglsmwyh ong o un ao e u u ei uan ui',2);
INSERT INTO find_key VALUES(11,'zhong galglsmwyh ong o un ao e u u ei un ui',2);
INSERT INTO find_key VALUES(11,'zhong galglsmwyh ong o un ao ei u u ei un ui',2);
INSERT INTO find_key VALUES(11,'zhong galglsmwyk ong o un ao e u u ei uan uai',2);
INSERT INTO find_key VALUES(11,'zhong galglsmwyk ong o un ao e u u ei un uai',2);
INSERT INTO find_key VALUES(11,'zhong galglsmwyk ong o un ao ei u u ei uan uai',2);
INSERT INTO find_key VALUES(11,'zhong galglsmwyk ong o un ao ei u u ei un uai',2);
INSERT INTO find_key VALUES(16,'康巧云',4);
INSERT INTO find_key VALUES(16,'胡斯冷',6);
INSERT INTO find_key VALUES(17,'云',4);
INSERT INTO find_key VALUES(17,'冷',6);
INSERT INTO find_key VALUES(17,'巧云',4);
INSERT INTO find_key VALUES(17,'斯冷',6);
INSERT INTO find_key VALUES(18,'hu sl i eng',6);
INSERT INTO find_key VALUES(18,'kang qy iao un',4);
INSERT INTO find_key VALUES(24,'中共哈日图旗委员会',8);
INSERT INTO find_key VALUES(24,'中共敖伦高勒苏木委员会',10);
INSERT INTO find_key VALUES(24,'敖伦高勒社区',12);
INSERT INTO find_key VALUES(24,'旗委',8);
INSERT INTO find_key VALUES(24,'苏木党委',10);
INSERT INTO find_key VALUES(25,'会',8);
INSERT INTO find_key VALUES(25,'会',10);
INSERT INTO find_key VALUES(25,'伦高勒社区',12);
INSERT INTO find_key VALUES(25,'伦高勒苏木委员会',10);
INSERT INTO find_key VALUES(25,'党委',10);
INSERT INTO find_key VALUES(25,'共哈日图旗委员会',8);
INSERT INTO find_key VALUES(25,'共敖伦高勒苏木委员会',10);
INSERT INTO find_key VALUES(25,'勒社区',12);
INSERT INTO find_key VALUES(25,'勒苏木委员会',10);
INSERT INTO find_key VALUES(25,'区',12);
INSERT INTO find_key VALUES(25,'员会',8);
INSERT INTO find_key VALUES(25,'员会',10);
INSERT INTO find_key VALUES(25,'哈日图旗委员会',8);
INSERT INTO find_key VALUES(25,'图旗委员会',8);
INSERT INTO find_key VALUES(25,'委',8);
INSERT INTO find_key VALUES(25,'委',10);
INSERT INTO find_key VALUES(25,'委员会',8);
INSERT INTO find_key VALUES(25,'委员会',10);
INSERT INTO find_key VALUES(25,'敖伦高勒苏木委员会',10);
INSERT INTO find_key VALUES(25,'旗委员会',8);
INSERT INTO find_key VALUES(25,'日图旗委员会',8);
INSERT INTO find_key VALUES(25,'木党委',10);
INSERT INTO find_key VALUES(25,'木委员会',10);
INSERT INTO find_key VALUES(25,'社区',12);
INSERT INTO find_key VALUES(25,'苏木委员会',10);
INSERT INTO find_key VALUES(25,'高勒社区',12);
INSERT INTO find_key VALUES(25,'高勒苏木委员会',10);
INSERT INTO find_key VALUES(26,'ao lglsq un ao ei he u',12);
INSERT INTO find_key VALUES(26,'qi w ei',8);
INSERT INTO find_key VALUES(26,'su mdw u ang ei',10);
INSERT INTO find_key VALUES(26,'zhong galglsmwyh ong o un ao ei u u ei uan ui',10);
INSERT INTO find_key VALUES(26,'zhong ghrtqwyh ong a i u i ei uan ui',8);
INSERT INTO find_key VALUES(27,'ao lglso un ao e he u',12);
INSERT INTO find_key VALUES(27,'ao lglso un ao ei he u',12);
INSERT INTO find_key VALUES(27,'ao lglsq un ao e he u',12);
INSERT INTO find_key VALUES(27,'zhong galglsmwyh ong o un ao e u u ei uan ui',10);
INSERT INTO find_key VALUES(27,'zhong galglsmwyh ong o un ao e u u ei un ui',10);
INSERT INTO find_key VALUES(27,'zhong galglsmwyh ong o un ao ei u u ei un ui',10);
INSERT INTO find_key VALUES(27,'zhong galglsmwyk ong o un ao e u u ei uan uai',10);
INSERT INTO find_key VALUES(27,'zhong galglsmwyk ong o un ao e u u ei un uai',10);
INSERT INTO find_key VALUES(27,'zhong galglsmwyk ong o un ao ei u u ei uan uai',10);
INSERT INTO find_key VALUES(27,'zhong galglsmwyk ong o un ao ei u u ei un uai',10);
INSERT INTO find_key VALUES(27,'zhong ghrtqwyh ong a i u i ei un ui',8);
INSERT INTO find_key VALUES(27,'zhong ghrtqwyk ong a i u i ei uan uai',8);
INSERT INTO find_key VALUES(27,'zhong ghrtqwyk ong a i u i ei un uai',8);
INSERT INTO find_key VALUES(32,'供销社家属院联合党支部',16);
INSERT INTO find_key VALUES(32,'敖伦高勒红色风景线',16);
INSERT INTO find_key VALUES(32,'敖党发〔2020〕17号',16);
INSERT INTO find_key VALUES(32,'苏木所在地片区',16);
INSERT INTO find_key VALUES(33,'020〕17号',16);
INSERT INTO find_key VALUES(33,'0〕17号',16);
INSERT INTO find_key VALUES(33,'17号',16);
INSERT INTO find_key VALUES(33,'2020〕17号',16);
INSERT INTO find_key VALUES(33,'20〕17号',16);
INSERT INTO find_key VALUES(33,'7号',16);
INSERT INTO find_key VALUES(33,'〔2020〕17号',16);
INSERT INTO find_key VALUES(33,'〕17号',16);
INSERT INTO find_key VALUES(33,'伦高勒红色风景线',16);
INSERT INTO find_key VALUES(33,'党发〔2020〕17号',16);
INSERT INTO find_key VALUES(33,'党支部',16);
INSERT INTO find_key VALUES(33,'勒红色风景线',16);
INSERT INTO find_key VALUES(33,'区',16);
INSERT INTO find_key VALUES(33,'发〔2020〕17号',16);
INSERT INTO find_key VALUES(33,'号',16);
INSERT INTO find_key VALUES(33,'合党支部',16);
INSERT INTO find_key VALUES(33,'在地片区',16);
INSERT INTO find_key VALUES(33,'地片区',16);
INSERT INTO find_key VALUES(33,'家属院联合党支部',16);
INSERT INTO find_key VALUES(33,'属院联合党支部',16);
INSERT INTO find_key VALUES(33,'所在地片区',16);
INSERT INTO find_key VALUES(33,'支部',16);
INSERT INTO find_key VALUES(33,'景线',16);
INSERT INTO find_key VALUES(33,'木所在地片区',16);
INSERT INTO find_key VALUES(33,'片区',16);
INSERT INTO find_key VALUES(33,'社家属院联合党支部',16);
INSERT INTO find_key VALUES(33,'红色风景线',16);
INSERT INTO find_key VALUES(33,'线',16);
INSERT INTO find_key VALUES(33,'联合党支部',16);
INSERT INTO find_key VALUES(33,'色风景线',16);
INSERT INTO find_key VALUES(33,'部',16);
INSERT INTO find_key VALUES(33,'销社家属院联合党支部',16);
INSERT INTO find_key VALUES(33,'院联合党支部',16);
INSERT INTO find_key VALUES(33,'风景线',16);
INSERT INTO find_key VALUES(33,'高勒红色风景线',16);
INSERT INTO find_key VALUES(34,'a df21h     ',16);
INSERT INTO find_key VALUES(34,'ao df202017h ang a       ao',16);
INSERT INTO find_key VALUES(34,'ao lglhsfjx un ao ei ong e eng ing ian',16);
INSERT INTO find_key VALUES(34,'gong xsjsylhdzb iao he ia hu uan ian e ang hi u',16);
INSERT INTO find_key VALUES(34,'su mszdpq u uo ai e ian u',16);
INSERT INTO find_key VALUES(35,'ao lglgsfjx un ao e ong e eng ing ian',16);
INSERT INTO find_key VALUES(35,'ao lglgsfjx un ao e ong hai eng ing ian',16);
INSERT INTO find_key VALUES(35,'ao lglgsfjx un ao ei ong e eng ing ian',16);
INSERT INTO find_key VALUES(35,'ao lglgsfjx un ao ei ong hai eng ing ian',16);
INSERT INTO find_key VALUES(35,'ao lglhsfjx un ao e ong e eng ing ian',16);
INSERT INTO find_key VALUES(35,'ao lglhsfjx un ao e ong hai eng ing ian',16);
INSERT INTO find_key VALUES(35,'ao lglhsfjx un ao ei ong hai eng ing ian',16);
INSERT INTO find_key VALUES(35,'gong xsjsylgdzb iao he ia hu uan ian e ang hi u',16);
INSERT INTO find_key VALUES(35,'gong xsjsylgdzb iao he ie hu uan ian e ang hi u',16);
INSERT INTO find_key VALUES(35,'gong xsjsylhdzb iao he ie hu uan ian e ang hi u',16);
INSERT INTO find_key VALUES(35,'gong xsjzylgdzb iao he ia hu uan ian e ang hi u',16);
INSERT INTO find_key VALUES(35,'gong xsjzylgdzb iao he ie hu uan ian e ang hi u',16);
INSERT INTO find_key VALUES(35,'gong xsjzylhdzb iao he ia hu uan ian e ang hi u',16);
INSERT INTO find_key VALUES(35,'gong xsjzylhdzb iao he ie hu uan ian e ang hi u',16);
INSERT INTO find_key VALUES(35,'su mszdpo u uo ai e ian u',16);
INSERT INTO find_key VALUES(35,'su mszdpo u uo ai i ian u',16);
INSERT INTO find_key VALUES(35,'su mszdpq u uo ai i ian u',16);
INSERT INTO find_key VALUES(48,'敖伦高勒社区党支部',14);
INSERT INTO find_key VALUES(49,'伦高勒社区党支部',14);
INSERT INTO find_key VALUES(49,'党支部',14);
INSERT INTO find_key VALUES(49,'勒社区党支部',14);
INSERT INTO find_key VALUES(49,'区党支部',14);
INSERT INTO find_key VALUES(49,'支部',14);
INSERT INTO find_key VALUES(49,'社区党支部',14);
INSERT INTO find_key VALUES(49,'部',14);
INSERT INTO find_key VALUES(49,'高勒社区党支部',14);
INSERT INTO find_key VALUES(50,'ao lglsqdzb un ao ei he u ang hi u',14);
INSERT INTO find_key VALUES(51,'ao lglsodzb un ao e he u ang hi u',14);
INSERT INTO find_key VALUES(51,'ao lglsodzb un ao ei he u ang hi u',14);
INSERT INTO find_key VALUES(51,'ao lglsqdzb un ao e he u ang hi u',14);
INSERT INTO find_key VALUES(56,'仇桂兰',24);
INSERT INTO find_key VALUES(56,'单国栋',22);
INSERT INTO find_key VALUES(56,'白玉梅',20);
INSERT INTO find_key VALUES(57,'兰',24);
INSERT INTO find_key VALUES(57,'国栋',22);
INSERT INTO find_key VALUES(57,'栋',22);
INSERT INTO find_key VALUES(57,'桂兰',24);
INSERT INTO find_key VALUES(57,'梅',20);
INSERT INTO find_key VALUES(57,'玉梅',20);
INSERT INTO find_key VALUES(58,'bai ym u ei',20);
INSERT INTO find_key VALUES(58,'qiu gl ui an',24);
INSERT INTO find_key VALUES(58,'shan gd uo ong',22);
INSERT INTO find_key VALUES(59,'chan gd uo ong',22);
INSERT INTO find_key VALUES(59,'chou gl ui an',24);
INSERT INTO find_key VALUES(59,'dan gd uo ong',22);
INSERT INTO find_key VALUES(60,'15445266482',22);
INSERT INTO find_key VALUES(60,'15477845771',24);
INSERT INTO find_key VALUES(60,'15496793256',20);
INSERT INTO find_key VALUES(61,'1775487',24);
INSERT INTO find_key VALUES(61,'2846625',22);
INSERT INTO find_key VALUES(61,'6523976',20);
INSERT INTO find_key VALUES(61,'748090',24);
INSERT INTO find_key VALUES(61,'779730',22);
INSERT INTO find_key VALUES(61,'807330',20);
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
INSERT INTO office VALUES(8664286475963072514,1,0,'<(中(1共!A敖.#伦''j高,j勒6R苏/I木8N委:Y员*%会','中共敖伦高勒苏木委员会','5','159901100','中共哈日图旗委员会','0489-2100018','示例单位：地名、人名、号码均为虚构');
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
INSERT INTO operator VALUES(8664286475963072516,1,0,'+@康2l巧:e云','康巧云','kqy','党建办干事','2020-03-02','');
INSERT INTO operator VALUES(8664286475963072518,1,0,')_胡6@斯,r冷','胡斯冷','hsl','组织委员','2021-07-15','');
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
INSERT INTO unit VALUES(8664286475963072520,1,0,'<(中(1共(j哈3y日7q图2S旗8N委:Y员*%会','中共哈日图旗委员会','旗委','11','4','2','哈日图旗',NULL,'','','','','');
INSERT INTO unit VALUES(8664286475963072522,1,0,'<(中(1共!A敖.#伦''j高,j勒6R苏/I木8N委:Y员*%会','中共敖伦高勒苏木委员会','苏木党委','14','5','2','敖伦高勒苏木',8664286475963072520,'宋佳慧','0489-2622675','','','');
INSERT INTO unit VALUES(8664286475963072524,1,0,'!A敖.#伦''j高,j勒5I社34区','敖伦高勒社区','敖伦高勒社区','15','6','2','敖伦高勒苏木',8664286475963072522,'白玉梅','0489-2775951','2004-06','','');
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
INSERT INTO branch VALUES(8664286475963072526,1,0,'!A敖.#伦''j高,j勒5I社34区%0党<"支"O部','敖伦高勒社区党支部',8664286475963072524,'中共敖伦高勒苏木委员会','2004-07','','');
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
INSERT INTO union_org VALUES(8664286475963072528,1,0,'(.供9.销5I社*:家5l属:[院-)联)/合%0党<"支"O部','供销社家属院联合党支部','3','2',NULL,8664286475963072522,8664286475963072524,'敖党发〔2020〕17号','2020-05-08','2020-05-12','2','','1','6','清理垃圾、拆除违建、修缮设施，建立长效管理办法','老旧小区没有物业，设施陈旧，七十多户外出居住','涉及十二个单位，社区一家协调不动','3','3','敖伦高勒红色风景线','苏木所在地片区','供销社家属院1号楼党群活动室',3,'2026-05-11','');
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
INSERT INTO union_unit VALUES(8664286475963072530,1,0,'',8664286475963072528,8664286475963072524,'牵头，收集居民意见','3','','中共敖伦高勒苏木委员会','2020-05-12','','','乌日娜','0489-2460285','');
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
INSERT INTO member VALUES(8664286475963072532,1,0,'!M白:U玉.Y梅','白玉梅','bym','2','11','1979-04-03','159902197904033708','15496793256','北疆哈日图旗','21','敖伦高勒社区供销社家属院1号楼2单元301','敖伦高勒社区党支部书记','2001-09','1','2003-09-27','2004-09-27','',8664286475963072526,'1','2018-12','1','','','','','','');
INSERT INTO member VALUES(8664286475963072534,2,0,'57单(e国&+栋','单国栋','sgd','1','01','1952-05-03','159903195205037977','15445266482','','61','敖伦高勒社区供销社家属院3号楼2单元102','退休职工','','1','1976-09','1977','',8664286475963072526,'3','2021-01','1','','','','','','');
INSERT INTO member VALUES(8664286475963072536,1,0,'3/仇([桂,S兰','仇桂兰','qgl','2','01','1956-01-09','159902195602090847','15477845771','','41','敖伦高勒社区供销社家属院2号楼3单元401','退休教师','1975-08','1','1985-06','1986-06','',8664286475963072526,'8','','1','','','','','','出生日期以人事档案为准，与身份证不一致');
INSERT INTO member VALUES(8664286475963072549,2,1,':U尉#_迟:Z远','尉迟远','ycy','1','01','','','','','','','','','1','1990-07','','',8664286475963072526,'8','','1','','','','','','');
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
INSERT INTO membership VALUES(8664286475963072538,1,0,'',8664286475963072532,8664286475963072528,8664286475963072524,'1','1','','','2020-05-12','','','');
INSERT INTO membership VALUES(8664286475963072540,1,0,'',8664286475963072534,8664286475963072528,8664286475963072524,'5','1','楼栋巡查','','2020-05-28','','','');
INSERT INTO membership VALUES(8664286475963072542,1,0,'',8664286475963072536,8664286475963072528,8664286475963072524,'3','1','文明劝导','','2020-06-30','','','');
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
INSERT INTO leader VALUES(8664286475963072544,1,0,'',8664286475963072528,8664286475963072532,'1',8664286475963072524,'党支部书记','4','','2020-05-06','社区、住建局、供销社等十二个单位','2020-05-12','','');
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
CREATE TABLE phrase (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	title TEXT NOT NULL CHECK (title <> ''),
	order_no INTEGER,
	body TEXT NOT NULL CHECK (body <> '')
) STRICT;
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

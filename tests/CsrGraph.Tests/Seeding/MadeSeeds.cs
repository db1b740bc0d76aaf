using System.Security.Cryptography;
using System.Text;
using CsrGraph.Seeding;
using CsrGraph.Vocabulary;

namespace CsrGraph.Tests.Seeding;

/// <summary>A small good seed folder with its text, in a folder that goes away; a test breaks one thing in it.</summary>
internal sealed class MadeSeeds : IDisposable
{
    public const string Entities = "entities/all.yaml";
    public const string Document = "documents/report/document.yaml";
    public const string Claims = "documents/report/claims.yaml";

    /// <summary>Traditional with notes where the other sources are, so that spans are longer than quotes.</summary>
    public const string Text = "2024年5月6日,甲公司、乙公司、丙公司等5家企業(yè)在京共同簽署《丁倡議》,己大會由戊協(xié)會主辦。\n"
        + "甲公司經理庚辛表示,要守信。據報告,網民達10.92億人。甲公司再簽。";

    private static readonly VocabularyDefinition BuiltIn = VocabularyDefinition.Load();
    private readonly string root = Directory.CreateTempSubdirectory("csrgraph-seeds-").FullName;

    public MadeSeeds()
    {
        Write(Entities, """
            - { id: org:jia, category: COMPANY, names: [甲公司] }
            - { id: org:yi, category: COMPANY, names: [乙公司] }
            - { id: org:bing, category: COMPANY, names: [{ text: 丙有限公司 }, { text: 丙公司, type: SHORT }] }
            - id: org:wu
              category: ASSOCIATION
              formerly: [org:wu-old]
              names:
                - text: 戊协会
                  evidence: { document: report, quote: 戊协会, span: 46-54 }
            - { id: "person:geng-xin", names: [庚辛] }
            - { id: "pledge:ding", names: [《丁倡议》] }
            - { id: "event:ji", names: [己大会] }
            - { id: "place:beijing", names: [北京, { text: 京, type: SHORT, matchable: false }] }
            - { id: "report:census", names: [报告] }

            """);
        Write(Document, $$"""
            title: 丁倡议报道
            language: zh-Hant
            publisher: org:wu
            published: 2024-05-06
            retrieved: 2024-05-07
            licence: Made up for a test.
            sha256: {{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}}
            assertions: { claims: 11, entities: 7 }

            """);
        Write(Claims, """
            - ROSTER: [pledge:ding, SIGNED]
              key: signed-5
              raw: 等5家企业
              stated: { min: 5, max: 5, kind: EXACT }
              unit: 家
              closure: OPEN
              quote: 等5家企业
              span: 21-30
            - { SIGNED: [org:jia, pledge:ding], roster: signed-5, quote: 甲公司, span: 10-13 }
            - { SIGNED: [org:yi, pledge:ding], roster: signed-5, quote: 乙公司, span: 14-17 }
            - { SIGNED: [org:bing, pledge:ding], roster: signed-5, quote: 丙公司, span: 18-21 }
            - { HOSTED: [org:wu, event:ji], quote: 己大会由戊协会主办, span: 42-56 }
            - ATTRIBUTE: event:ji
              attribute: HELD
              when: { text: 2024年5月6日, date: 2024-05-06 }
              quote: 2024年5月6日
              span: 0-9
            - HOLDS_POSITION: [person:geng-xin, org:jia]
              title: 经理
              state: CURRENT
              quote: 甲公司经理庚辛
              span: 58-65
            - { QUOTATION: "person:geng-xin", verb: 表示, text: 要守信, quote: 要守信, span: 68-71 }
            - { FIGURE: "report:census", measure: 网民, printed: 10.92亿人, quote: 网民达10.92亿人, span: 76-86 }
            - { HELD_IN: [event:ji, place:beijing], quote: 在京, span: 30-32 }
            - { CREDIT: PHOTO, printed: 戊协会, quote: 戊协会, span: 46-54 }

            """);
        Directory.CreateDirectory(Sources);
        File.WriteAllText(Path.Combine(Sources, "any-name.txt"), Text);
    }

    public string Folder => Path.Combine(root, "seed");

    public string Sources => Path.Combine(root, "sources");

    public string this[string file] => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] bytes)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>Puts one text for another, which stands in the file.</summary>
    public MadeSeeds With(string file, string old, string changed)
    {
        var text = this[file];
        if (!text.Contains(old, StringComparison.Ordinal)) throw new ArgumentException($"{file} does not hold '{old}'", nameof(old));
        Write(file, text.Replace(old, changed, StringComparison.Ordinal));
        return this;
    }

    public MadeSeeds And(string claim)
    {
        Write(Claims, this[Claims] + claim + "\n");
        return this;
    }

    public SeedReading Read(bool withSources = true) => SeedFolder.Read(Folder, BuiltIn, new SeedOptions(withSources ? Sources : null));

    public void Dispose() => Directory.Delete(root, recursive: true);
}

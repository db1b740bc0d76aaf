using System.Globalization;
using System.Text;
using CsrGraph.Model;
using Xunit;

namespace CsrGraph.Tests.Seeding.Bulk;

/// <summary>Folders of more entities and documents than are held in one piece of memory.</summary>
public sealed class LargeFolderSpecs : IDisposable
{
    private const int Many = 70_000;
    private const int Later = 66_000;

    private readonly BulkCopy copy = new(new Dictionary<string, string>
    {
        [BulkCopy.Documents] = Document(0),
        [BulkCopy.Claims] = "",
    });

    public void Dispose() => copy.Dispose();

    [Fact]
    public void Every_entity_of_many_is_read_as_it_stands()
    {
        copy.Write(BulkCopy.Entities, Lines(Many, Entity));

        var graph = copy.Read().Graph!;

        Assert.Equal(Enumerable.Range(0, Many).Select(Id).Order(StringComparer.Ordinal), graph.Entities.Select(e => e.Id.Value));
        foreach (var entity in graph.Entities)
        {
            var number = Number(entity.Id);
            Assert.Equal((number % 2 == 0 ? "COMPANY" : "ASSOCIATION", "ORGANISATION"), (entity.Category, entity.Kind));
            Assert.Equal(
                [new Name(Shown(number), "zh-Hans", "FULL", true, null, null), new Name($"Firm {number}", "en", "SHORT", number % 3 != 0, null, null)], entity.Names);
            Assert.Equal(number % 1_000 == 0 ? [new EntityId($"org:was-{number}")] : [], entity.Formerly);
        }
    }

    [Fact]
    public void Words_hold_an_entity_of_many_by_its_name_as_they_are_printed()
    {
        copy.Write(BulkCopy.Entities, Lines(Many, Entity) + """{"id":"event:f","names":["论坛"]}""" + "\n");
        copy.Write(BulkCopy.Claims, Lines(3, n => $$"""{"document":"text-0","ATTENDED":["{{Id(Later + n)}}","event:f"],"quote":"{{Printed(n, Later + n)}}","span":"{{n * 30}}-{{(n * 30) + 20}}"}"""));

        var claims = copy.Read().Graph!.Documents[0].Claims;

        Assert.Equal([Grade.Verbatim, Grade.Alias, Grade.Verbatim], claims.Select(c => c.Evidence[0].Grade));

        static string Printed(int n, int number) => n switch
        {
            0 => $"第{number}號公司出席",
            1 => $"firm {number}出席",
            _ => $"第 {number} 号公司出席",
        };
    }

    [Fact]
    public void An_id_that_stands_twice_is_said_with_both_lines()
    {
        copy.Write(BulkCopy.Entities, Lines(Later, Entity) + Entity(40_001) + "\n");

        var problem = Assert.Single(copy.Read().Problems);

        Assert.Equal((BulkCopy.Entities, Later + 1), (problem.File, problem.Line));
        Assert.Contains($"{BulkCopy.Entities}:40002", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_two_documents_is_said_with_both_lines()
    {
        copy.Write(BulkCopy.Entities, Entity(1) + "\n");
        copy.Write(BulkCopy.Documents, Lines(Later, Document) + Document(40_000).Replace("text-40000", "again", StringComparison.Ordinal));

        var problem = Assert.Single(copy.Read().Problems);

        Assert.Equal((BulkCopy.Documents, Later + 1), (problem.File, problem.Line));
        Assert.Contains($"{BulkCopy.Documents}:40001", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_any_length_is_kept_whole_and_so_are_those_beside_it()
    {
        var longest = string.Concat(Enumerable.Range(0, 40_000).Select(n => (char)('一' + (n % 5_000))));
        copy.Write(BulkCopy.Entities, Lines(10, n => n % 2 == 0 ? Entity(n) : Entity(n).Replace(Shown(n), longest + Shown(n), StringComparison.Ordinal)));

        var entities = copy.Read().Graph!.Entities;

        Assert.Equal(Enumerable.Range(0, 10).Select(n => n % 2 == 0 ? Shown(n) : longest + Shown(n)), entities.OrderBy(e => Number(e.Id)).Select(e => e.Name));
    }

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(n => line(n) + "\n"));

    private static string Id(int number) => number % 7 == 0 ? $"org:{number}" : $"org:firm-of-the-number-{number}";

    private static int Number(EntityId id) => int.Parse(id.Value.AsSpan(id.Value.LastIndexOfAny(['-', ':']) + 1), CultureInfo.InvariantCulture);

    private static string Shown(int number) => $"第{number}号公司";

    private static string Entity(int number)
    {
        var text = new StringBuilder($$"""{"id":"{{Id(number)}}","category":"{{(number % 2 == 0 ? "COMPANY" : "ASSOCIATION")}}","names":["{{Shown(number)}}",""");
        text.Append($$"""{"text":"Firm {{number}}","language":"en","type":"SHORT","matchable":{{(number % 3 == 0 ? "false" : "true")}}}]""");
        if (number % 1_000 == 0) text.Append($$""","formerly":["org:was-{{number}}"]""");
        return text.Append('}').ToString();
    }

    private static string Document(int number) =>
        $$"""{"id":"text-{{number}}","title":"{{number}}","language":"zh-Hans","licence":"made up","sha256":"{{number:x64}}","assertions":{"claims":0,"entities":0} }""";
}

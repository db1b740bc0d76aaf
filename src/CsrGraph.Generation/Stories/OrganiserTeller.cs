using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Words;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>Tells who guided, hosted, undertook, co-organised and supported the event.</summary>
internal sealed class OrganiserTeller
{
    private static readonly (string Type, string Verb, int Most, int[] Shapes)[] Roles =
    [
        ("GUIDED", "指导", 2, [Shapes.Regulator, Shapes.Regulator, Shapes.Department, Shapes.Government]),
        ("HOSTED", "主办", 3, [Shapes.Association, Shapes.Association, Shapes.Media, Shapes.Government]),
        ("UNDERTOOK", "承办", 2, [Shapes.Company, Shapes.Media, Shapes.Institute]),
        ("CO_ORGANISED", "协办", 3, [Shapes.Company, Shapes.Association]),
        ("SUPPORTED", "支持", 4, [Shapes.Company, Shapes.Platform, Shapes.Foundation]),
    ];

    private readonly Story story;
    private readonly List<(string Type, string Verb, Party Party, bool Jointly)> organisers = [];

    public OrganiserTeller(Story story)
    {
        this.story = story;
        var chance = story.Chance;
        foreach (var (type, verb, most, shapes) in Roles)
        {
            var least = type is "GUIDED" or "HOSTED" || (type == "SUPPORTED" && story.IsCorrected) ? 1 : 0;
            var jointly = type == "HOSTED" && chance.Percent(30);
            for (var i = chance.Between(least, most); i > 0; i--)
            {
                var party = Any(shapes[chance.Below(shapes.Length)]);
                if (story.Engaged.Add(party.Id)) organisers.Add((type, verb, party, jointly));
            }
        }
    }

    /// <summary>Who hosts the event; there is always one.</summary>
    public Party Host => organisers.Find(o => o.Type == "HOSTED").Party ?? organisers[0].Party;

    /// <summary>Tells them, all or, in another's report, some of them.</summary>
    public void Tell(Article article, int share)
    {
        var slip = story.IsCorrected ? organisers.FindIndex(o => o.Type == "SUPPORTED") : -1;
        article.Say("活动由");
        foreach (var (index, (type, verb, party, jointly)) in organisers.Index())
        {
            if (share < 100 && !story.Chance.Percent(share)) continue;
            var words = article.Quote(party.Full + (jointly ? "联合" : "") + verb);
            var read = index == slip && story.Edition == Edition.First ? "CO_ORGANISED" : type;
            story.Relate(article, read, party, story.Occasion.Event, words, jointly ? Qualifiers.Of((QualifierName.Jointly, "true")) : null);
            article.Say("，");
        }

        article.Say("各方参加。\n");
    }

    private Party Any(int shape)
    {
        if (shape != Shapes.Department) return story.Sector.Organisations.Any(shape, story.Chance);
        var departments = story.Sector.Organisations.Departments;
        return departments[story.Chance.Skewed(departments.Count)];
    }
}

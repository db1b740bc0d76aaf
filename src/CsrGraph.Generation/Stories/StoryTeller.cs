using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Words;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>
/// Tells one event in several sources: a report, often a second one that differs here and there, what is known of who belongs to it, and lists of
/// who else took part, until the story has as many claims as it is to have.
/// </summary>
internal sealed class StoryTeller
{
    private const int ClaimsAList = 60;
    private const int MembersAList = 40;

    private readonly Story story;
    private readonly List<Article> articles = [];
    private readonly DayTeller day;
    private readonly OrganiserTeller organisers;
    private readonly SpeechTeller speeches;
    private readonly RosterTeller rosters;
    private readonly FigureTeller figures;
    private readonly OutcomeTeller outcomes;
    private readonly Guests attendants;
    private readonly List<(Party Pledge, Guests Signatories)> pledges;

    private StoryTeller(Sector sector, int number, Edition edition)
    {
        story = new Story(sector, number, edition);
        (day, organisers) = (new DayTeller(story), new OrganiserTeller(story));
        (speeches, rosters, figures) = (new SpeechTeller(story), new RosterTeller(story), new FigureTeller(story));
        outcomes = new OutcomeTeller(story, figures);
        attendants = new Guests(story);
        pledges = [.. sector.Outcomes.Pledges(number).Select(pledge => (pledge, new Guests(story)))];
    }

    /// <summary>The sources of one story, by their places in it.</summary>
    public static IReadOnlyList<MadeDocument> Tell(Sector sector, int number, Edition edition) => new StoryTeller(sector, number, edition).Tell();

    private List<MadeDocument> Tell()
    {
        story.Keep(45);
        Reports();
        story.Keep(20);
        Standing();
        story.Keep(0);
        Lists();
        return [.. articles.Select(article => article.ToDocument())];
    }

    private void Reports()
    {
        var chance = story.Chance;
        var first = Begin("在" + story.Occasion.Place.Full + "举行", chance.Between(0, 3));
        day.Tell(first, day.Day);
        organisers.Tell(first, 100);
        Theme(first);
        speeches.Tell(first);
        var told = attendants.Next(chance.Between(3, 9));
        var count = told.Count + chance.Between(1, 60);
        rosters.Open(first, story.Occasion.Event, RosterSort.Attendants, told, count, exact: chance.Percent(50));
        rosters.Unnamed(first, story.Occasion.Event, RosterSort.Audience, chance.Between(50, 900));
        var signed = pledges.Select(p => (p.Pledge, Named: p.Signatories.Next(chance.Between(3, 12)), Stated: chance.Between(14, 90))).ToList();
        foreach (var (pledge, named, stated) in signed) Pledge(first, pledge, named, stated);
        outcomes.Tell(first);
        var figure = figures.Tell(first, story.Occasion.Event);
        new CreditTeller(story).Tell(first);
        if (story.Number == 0 || chance.Percent(55)) Second(first, told, count, signed, figure);
    }

    // Another paper's report: in one of three cases it gives another day, other counts and another number.
    private void Second(
        Article first,
        IReadOnlyList<Party> told,
        int count,
        List<(Party Pledge, IReadOnlyList<Party> Named, int Stated)> signed,
        (string Measure, string Unit, int Number) figure)
    {
        var differs = story.Number == 0 || story.Chance.Percent(33) ? 1 : 0;
        var isCopy = differs == 0 && story.Chance.Percent(30);
        var second = Begin("综述", story.Chance.Between(1, 6), isCopy ? first.Id : null);
        day.Tell(second, day.Day.AddDays(differs));
        organisers.Tell(second, 70);
        speeches.Retell(second);
        rosters.Open(second, story.Occasion.Event, RosterSort.Attendants, [.. told.Take(4)], count + differs, exact: true);
        foreach (var (pledge, named, stated) in signed)
        {
            rosters.Open(second, pledge, RosterSort.Signatories, [.. named.Take(5)], stated + differs, exact: true);
        }

        figures.Tell(second, story.Occasion.Event, figure.Measure, figure.Unit, figure.Number + differs);
        new CreditTeller(story).Tell(second);
    }

    private void Theme(Article article)
    {
        var chance = story.Chance;
        var theme = $"{chance.Of(StoryWords.Slogans)}{chance.Of(StoryWords.Done)} {chance.Of(StoryWords.Doing)}{chance.Of(StoryWords.Done)}";
        article.Say("主题是");
        var qualifiers = Qualifiers.Of((QualifierName.Attribute, "THEME"), (QualifierName.Text, theme));
        story.State(article, StatementType.Attribute, story.Occasion.Event, article.Quote($"“{theme}”"), qualifiers);
        article.Say("。\n");
    }

    private void Pledge(Article article, Party pledge, IReadOnlyList<Party> named, int stated)
    {
        story.Relate(article, "RELEASED_AT", pledge, story.Occasion.Event, article.Quote($"会上发布{pledge.Full}"));
        article.Say("，");
        story.Relate(article, "LAUNCHED", organisers.Host, pledge, article.Quote(organisers.Host.Full + "发布"));
        article.Say("，");
        rosters.Open(article, pledge, RosterSort.Signatories, named, Math.Max(stated, named.Count), exact: true);
        for (var i = story.Chance.Between(1, 4); i > 0; i--) outcomes.Finding(article, pledge);
    }

    private void Standing()
    {
        Article? article = null;
        foreach (var step in new StandingTeller(story, speeches).Steps())
        {
            if (story.Free <= 0) break;
            if (article is null || article.Claims >= ClaimsAList) article = Begin("相关各方简介", 1);
            step(article);
        }
    }

    // Lists of those who came and who signed; once all have, what else was said, of which there is no end.
    private void Lists()
    {
        while (story.Free > 0)
        {
            var article = Begin("名单及发言摘要", 2);
            var before = article.Claims;
            foreach (var (pledge, signatories) in pledges)
            {
                rosters.Closed(article, pledge, RosterSort.Signatories, signatories.Next(Size()));
            }

            var more = attendants.Next(Size());
            rosters.Open(article, story.Occasion.Event, RosterSort.Attendants, more, more.Count + story.Chance.Between(1, 200), exact: false);
            for (var i = 0; i < ClaimsAList && (i < 4 || article.Claims - before < ClaimsAList / 2) && story.Free > 0; i++)
            {
                if (i % 4 == 3) figures.Tell(article, story.Occasion.Event);
                else speeches.Quotation(article, story.Sector.People[story.Chance.Skewed(story.Sector.People.Count)]);
            }
        }
    }

    private int Size() => story.Chance.Between(2, MembersAList);

    private Article Begin(string about, int daysLater, EntityId? copiedFrom = null)
    {
        var publisher = story.Sector.Organisations.Any(Shapes.Media, story.Chance);
        var column = story.Sector.Outcomes.Columns(story.Number).FirstOrDefault();
        DateOnly? published = story.Chance.Percent(4) ? null : day.Day.AddDays(daysLater);
        var article = new Article(MadeId.OfDocument(story.Number, articles.Count), story.Occasion.Event.Full + about, publisher, published)
        {
            Properties = [(DocumentProperty.CopiedFrom, copiedFrom?.Value), (DocumentProperty.Column, column?.Id.Value)],
        };
        articles.Add(article);
        return article;
    }
}

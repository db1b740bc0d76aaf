using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Words;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>Tells what came of the event beside its pledges: reports, standards, programmes, cases, campaigns, columns.</summary>
internal sealed class OutcomeTeller(Story story, FigureTeller figures)
{
    private Party Event => story.Occasion.Event;

    public void Tell(Article article)
    {
        var (outcomes, number) = (story.Sector.Outcomes, story.Number);
        foreach (var report in outcomes.Reports(number)) Report(article, report);
        foreach (var standard in outcomes.Standards(number)) Standard(article, standard);
        foreach (var programme in outcomes.Programmes(number)) Programme(article, programme);
        foreach (var campaign in outcomes.Campaigns(number)) Campaign(article, campaign);
        foreach (var column in outcomes.Columns(number)) By(article, "LAUNCHED", Any(Shapes.Media), "开设", column);
        foreach (var made in outcomes.Cases(number)) Case(article, made);
        article.Say("\n");
    }

    /// <summary>Tells what a text finds, recommends or commits to.</summary>
    public void Finding(Article article, Party text)
    {
        var said = story.Chance.Of(StoryWords.Doing) + story.Chance.Of(StoryWords.Done) + "和" + story.Chance.Of(StoryWords.Done);
        article.Say(text.Full).Say("提出，");
        story.State(article, StatementType.Finding, text, article.Quote(said), Qualifiers.Of((QualifierName.Text, said)));
        article.Say("。");
    }

    private void Report(Article article, Party report)
    {
        Released(article, report);
        By(article, "RELEASED", Any(story.Chance.Percent(50) ? Shapes.Association : Shapes.Media), "发布", report);
        By(article, "COMPILED", Any(Shapes.Institute), "编写", report);
        for (var i = story.Chance.Between(2, 5); i > 0; i--) figures.Tell(article, report);
        for (var i = story.Chance.Between(1, 3); i > 0; i--) Finding(article, report);
    }

    private void Standard(Article article, Party standard)
    {
        Released(article, standard);
        By(article, "ISSUED", Any(Shapes.Association), "印发", standard);
        for (var i = story.Chance.Between(1, 4); i > 0; i--) By(article, "DRAFTED", Any(Shapes.Company), "参与起草", standard);
        Finding(article, standard);
    }

    private void Programme(Article article, Party programme)
    {
        story.Relate(article, "PRESENTED_AT", programme, Event, article.Quote($"会上介绍了{programme.Full}"));
        article.Say("，");
        By(article, "INITIATED", Any(Shapes.Foundation), "发起", programme);
        By(article, "RAN", Any(Shapes.Company), "实施", programme);
        figures.Tell(article, programme);
    }

    private void Case(Article article, Party made)
    {
        var firm = Any(Shapes.Company);
        article.Say("，");
        story.Relate(article, "PRESENTED_CASE", firm, Event, article.Quote(firm.Full + "分享"), Qualifiers.Of(("case", made.Id.Value)));
        By(article, "RAN", firm, "实施了", made);
    }

    private void Campaign(Article article, Party campaign)
    {
        By(article, "LAUNCHED", Any(Shapes.Regulator), "启动", campaign);
        story.Relate(article, "ABOUT", campaign, story.Occasion.Place, article.Quote($"覆盖{story.Occasion.Place.Full}"));
        for (var i = story.Chance.Between(0, 2); i > 0; i--) By(article, "IS_SUBJECT_OF", Any(Shapes.Platform), "被约谈", campaign);
    }

    private void Released(Article article, Party text)
    {
        story.Relate(article, "RELEASED_AT", text, Event, article.Quote($"会上发布{text.Full}"));
        article.Say("。");
    }

    private void By(Article article, string type, Party agent, string verb, Party initiative)
    {
        story.Relate(article, type, agent, initiative, article.Quote(agent.Full + verb));
        article.Say(initiative.Full).Say("。");
    }

    private Party Any(int shape) => story.Sector.Organisations.Any(shape, story.Chance);
}

using System.Globalization;
using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Words;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>
/// Tells what is so of the organisations and people that belong to this story: where they are, whose part, member or brand they are.
/// </summary>
internal sealed class StandingTeller(Story story, SpeechTeller speeches)
{
    private Organisations Organisations => story.Sector.Organisations;

    /// <summary>What there is to tell, one thing a step, so that a source can end between them.</summary>
    public IEnumerable<Action<Article>> Steps()
    {
        var plan = story.Sector.Plan;
        foreach (var number in plan.Share(story.Sector.People.Count, story.Number).Numbers)
        {
            var speaker = story.Sector.People.Speaker(number);
            if (!story.Engaged.Contains(speaker.Person.Id)) yield return article => Person(article, speaker);
        }

        foreach (var number in plan.Share(Organisations.Departments.Count, story.Number).Numbers) yield return article => Department(article, number);
        foreach (var number in plan.Share(plan.Groups, story.Number).Numbers) yield return article => Group(article, story.Sector.Groups(number));
        foreach (var pool in Organisations.Pools)
        {
            foreach (var number in plan.Share(pool.Count, story.Number).Numbers) yield return article => Organisation(article, pool, number);
        }
    }

    private void Person(Article article, Speaker speaker)
    {
        var start = article.Length;
        article.Say(speaker.Organisation.Full).Say(speaker.Post).Say(speaker.Person.Full);
        var words = article.Since(start);
        speeches.Post(article, speaker, words);
        var title = Qualifiers.Of((QualifierName.Title, speaker.Title));
        story.Relate(article, "ATTENDED", speaker.Person, story.Occasion.Event, article.Quote(speaker.Person.Full + "出席"), title);
        article.Say("。");
    }

    private void Department(Article article, int number)
    {
        var department = Organisations.Departments[number];
        var words = article.Quote(department.Full);
        story.Infer(article, "PART_OF", department, Organisations.Departments.Whole(number), words, "By the form of its name.");
        Activity(article, department);
    }

    private void Group(Article article, Party group)
    {
        story.Relate(article, "ATTENDED", group, story.Occasion.Event, article.Quote(group.Full + "参会"));
        article.Say("。");
    }

    private void Organisation(Article article, OrganisationPool pool, int number)
    {
        var (chance, party) = (story.Chance, pool[number]);
        var place = story.Sector.Places[pool.PlaceOf(number)];
        story.Relate(article, "BASED_IN", party, place, article.Quote(party.Full + "位于" + place.Short));
        article.Say("。");
        if (chance.Percent(20)) Established(article, party);
        if (pool.Shape.Category == "COMPANY" && chance.Percent(60)) Membership(article, party);
        if (pool.Shape.Category == "ASSOCIATION") Between(article, "SUPERVISES", Any(Shapes.Regulator), "主管", party);
        if (pool.Shape.Category == "PLATFORM") Between(article, "BRAND_OF", party, "隶属于", Any(Shapes.Company));
        if (pool.Shape.Category == "OTHER") Between(article, "ESTABLISHED", Any(Shapes.Company), "设立", party);
        if (chance.Percent(30)) Activity(article, party);
        if (number > 10 && chance.Percent(1)) story.Propose(article, party, pool[chance.Skewed(number)], "The two may be one body; nothing decides it.");
    }

    private void Established(Article article, Party party)
    {
        var year = story.Chance.Between(1990, 2020).ToString(CultureInfo.InvariantCulture);
        var established = Qualifiers.Of((QualifierName.Attribute, "ESTABLISHED"));
        story.State(article, StatementType.Attribute, party, article.Quote($"成立于{year}年"), established, PartialDate.Of(year));
        article.Say("。");
    }

    private void Membership(Article article, Party party)
    {
        var (grade, printed) = story.Chance.Of(StoryWords.Grades);
        var association = Any(Shapes.Association);
        article.Say(party.Full).Say("是");
        story.Relate(article, "MEMBER_OF", party, association, article.Quote(association.Full + printed), Qualifiers.Of(("membershipGrade", grade)));
        article.Say("。");
    }

    private void Between(Article article, string type, Party subject, string verb, Party other)
    {
        story.Relate(article, type, subject, other, article.Quote(subject.Full + verb));
        article.Say(other.Full).Say("。");
    }

    private void Activity(Article article, Party party)
    {
        var (printed, status) = story.Chance.Below(3) switch { 0 => ("将", "PLANNED"), 1 => ("已", "DONE"), _ => ("正在", "ONGOING") };
        var said = story.Chance.Of(StoryWords.Doing) + story.Chance.Of(StoryWords.Done);
        article.Say(party.Full).Say(printed);
        var qualifiers = Qualifiers.Of((QualifierName.Text, said), (QualifierName.Status, status));
        story.State(article, StatementType.Activity, party, article.Quote(said), qualifiers);
        article.Say("。");
    }

    private Party Any(int shape) => Organisations.Any(shape, story.Chance);
}

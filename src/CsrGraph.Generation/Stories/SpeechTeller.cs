using System.Globalization;
using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Words;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>Tells who spoke, in which capacity, and what they said.</summary>
internal sealed class SpeechTeller(Story story)
{
    private const string Current = "CURRENT";
    private const string Former = "FORMER";
    private const string Unknown = "UNKNOWN";
    private const string StillHeld = "Whether the post is still held is not said.";

    private readonly List<(Speaker Speaker, string Act, string Verb)> speakers = [];

    /// <summary>Tells a few speeches: first of those whose post this story has to tell, then of those who speak everywhere.</summary>
    public void Tell(Article article)
    {
        var (sector, chance) = (story.Sector, story.Chance);
        var own = sector.Plan.Share(sector.People.Count, story.Number);
        var count = chance.Between(2, 5);
        for (var i = 0; i < count && story.Free > 2; i++)
        {
            var isOwn = i < own.Count && i < 3;
            var number = isOwn ? own.From + i : chance.Skewed(sector.People.Count);
            var speaker = sector.People.Speaker(number);
            if (!story.Engaged.Add(speaker.Person.Id)) continue;
            var (act, verb) = chance.Percent(15) ? ("REMARKS", chance.Of(StoryWords.SayingVerbs)) : chance.Of(StoryWords.Acts);
            speakers.Add((speaker, act, verb));
            Speech(article, speaker, act, verb, withPost: isOwn);
            for (var quotes = chance.Between(0, 3); quotes > 0; quotes--) Quotation(article, speaker.Person);
        }
    }

    /// <summary>Tells some of the speeches again, as another's report does.</summary>
    public void Retell(Article article)
    {
        foreach (var (speaker, act, verb) in speakers)
        {
            if (story.Chance.Percent(60)) Speech(article, speaker, act, verb, withPost: false);
        }
    }

    /// <summary>Tells a person's post.</summary>
    public void Post(Article article, Speaker speaker, Printed words)
    {
        var chance = story.Chance;
        var state = speaker.Post[0] == '名' ? "HONORARY" : chance.Below(20) switch { < 16 => Current, < 19 => Former, _ => Unknown };
        var year = state is Current or Former && chance.Percent(20) ? Year(chance.Between(2000, story.Occasion.Year)) : null;
        var date = year is null ? null : PartialDateCode.Encode(PartialDate.Of(year));
        var isOpen = state == Unknown && story.Edition == Edition.First && story.IsCorrected;
        var qualifiers = Qualifiers.Of(
            (QualifierName.Title, speaker.Post),
            ("positionType", speaker.Post.Contains('级', StringComparison.Ordinal) ? "RANK" : "POST"),
            (QualifierName.State, state),
            (QualifierName.From, state == Current ? date : null),
            (QualifierName.Until, state == Former ? date : null),
            (QualifierName.Certainty, isOpen ? "UNCERTAIN" : null));
        if (isOpen) story.Infer(article, "HOLDS_POSITION", speaker.Person, speaker.Organisation, words, StillHeld, qualifiers);
        else story.Relate(article, "HOLDS_POSITION", speaker.Person, speaker.Organisation, words, qualifiers);
        if (year is not null) article.Say($"（{(state == Current ? "任职始于" : "任职至")}{year}年）");
    }

    /// <summary>Tells what somebody said at the event.</summary>
    public bool Quotation(Article article, Party person)
    {
        var (chance, verb) = (story.Chance, story.Chance.Of(StoryWords.SayingVerbs));
        var said = chance.Of(StoryWords.Doing) + chance.Of(StoryWords.Done);
        if (chance.Percent(50)) said += "和" + chance.Of(StoryWords.Done);
        article.Say(person.Full).Say(verb).Say("，要");
        var claim = new Quotation(person.Id, verb, said, false, story.Occasion.Event.Id, null, null, null).ToClaim();
        var told = story.Tell(article, claim, article.Quote(said), Grade.Verbatim);
        article.Say("。");
        return told;
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private void Speech(Article article, Speaker speaker, string act, string verb, bool withPost)
    {
        var start = article.Length;
        article.Say(speaker.Organisation.Full);
        var capacity = article.Length;
        article.Say(speaker.Post).Say(speaker.Person.Full);
        var post = article.Since(start);
        article.Say(verb);
        var open = act == "REMARKS";
        var qualifiers = Qualifiers.Of(("act", act), (QualifierName.Title, speaker.Title), (QualifierName.Certainty, open ? "UNCERTAIN" : null));
        var words = article.Since(capacity);
        if (open) story.Infer(article, "SPOKE_AT", speaker.Person, story.Occasion.Event, words, "No occasion of the words is stated.", qualifiers);
        else story.Relate(article, "SPOKE_AT", speaker.Person, story.Occasion.Event, words, qualifiers);
        if (withPost) Post(article, speaker, post);
        article.Say("。");
    }
}

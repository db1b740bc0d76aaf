using CsrGraph.Generation.Cast;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>Tells who made a source.</summary>
internal sealed class CreditTeller(Story story)
{
    public void Tell(Article article)
    {
        article.Say("\n来源：");
        Credit(article, "PUBLISHER", article.Publisher, article.Publisher.Full);
        var reporter = story.Sector.People[story.Chance.Skewed(story.Sector.People.Count)];
        article.Say("　");
        Credit(article, "REPORTER", reporter, "记者" + reporter.Full);
        if (!story.Chance.Percent(25)) return;
        article.Say("　");
        var claim = new Claim(ClaimKind.Credit, "PHOTO", article.Id, null, Qualifiers.Of((QualifierName.Printed, "主办方")), null);
        story.Tell(article, claim, article.Quote("主办方供图"), Grade.Verbatim);
    }

    private void Credit(Article article, string role, Party agent, string printed) =>
        story.Tell(article, new Claim(ClaimKind.Credit, role, article.Id, agent.Id, Qualifiers.None, null), article.Quote(printed), Grade.Verbatim);
}

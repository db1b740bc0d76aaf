using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads <c>CREDIT: ROLE</c>: an agent, printed words, or both.</summary>
internal sealed class CreditReader(ClaimContext context)
{
    public ClaimDraft? Read(YamlMapping item, YamlNode head)
    {
        var role = context.Seed.Term(head, "CREDIT_ROLE");
        var agentNode = item.Optional("agent");
        var agent = agentNode is null ? null : context.Seed.Entities.Resolve(agentNode, context.Seed.KindsOf(KindDefinition.Agent), "credited");
        var printed = context.Printed(item.Optional("printed"), Evidence.MaxQuote, "the printed credit");
        var pieces = EvidenceReader.OfClaim(item, context.Text, false);
        if (agentNode is null && item.Optional("printed") is null)
        {
            item.Refuse("the credit names nobody", "add agent, or printed with the words where nobody is named");
            return null;
        }

        if (role is null || (agentNode is not null && agent is null) || (agentNode is null && printed is null)) return null;
        var folded = printed is null ? "" : Wording.Fold(printed);
        var evidence = agent is not null
            ? context.TwoEnded(pieces, agent, null)
            : context.OneEnded(pieces, $"the printed credit '{printed}'", quote => quote.Contains(folded, StringComparison.Ordinal));
        return evidence is null
            ? null
            : new ClaimDraft(item, new Claim(ClaimKind.Credit, role, context.Document, agent?.Id, Qualifiers.Of((QualifierName.Printed, printed)), null), evidence);
    }
}

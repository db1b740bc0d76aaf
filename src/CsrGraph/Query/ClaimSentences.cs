using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Query;

/// <summary>The languages in which the graph speaks of itself.</summary>
public enum Tongue
{
    /// <summary>Simplified Chinese.</summary>
    Zh,

    /// <summary>English; names stay as they are.</summary>
    En,
}

/// <summary>Says claims as sentences, after the vocabulary's own templates.</summary>
public sealed class ClaimSentences(VocabularyDefinition vocabulary)
{
    /// <summary>One claim as a sentence without a full stop.</summary>
    /// <param name="claim">What to say.</param>
    /// <param name="nameOf">The shown name of an entity or the title of a document; of an unknown one its id.</param>
    /// <param name="tongue">In which language.</param>
    public string Say(Claim claim, Func<EntityId, string> nameOf, Tongue tongue)
    {
        var said = claim.Kind switch
        {
            ClaimKind.Relation => SayRelation(claim, nameOf, tongue),
            ClaimKind.Figure => SayFigure(Figure.Of(claim), nameOf, tongue),
            ClaimKind.Roster => SayRoster(Roster.Of(claim), nameOf, tongue),
            ClaimKind.Credit => $"{nameOf(claim.Subject)}: {Term("CREDIT_ROLE", claim.Type, tongue)} {Whom(claim, nameOf)}",
            _ => SayStatement(claim, nameOf, tongue),
        };
        return claim.Qualifiers[QualifierName.Certainty] == "UNCERTAIN" ? said + (tongue == Tongue.Zh ? "(存疑)" : " (uncertain)") : said;
    }

    private static string Whom(Claim claim, Func<EntityId, string> nameOf) =>
        claim.Object is { } agent ? nameOf(agent) : claim.Qualifiers[QualifierName.Printed] ?? "";

    private string SayRelation(Claim claim, Func<EntityId, string> nameOf, Tongue tongue)
    {
        var template = Pick(vocabulary.RelationType(claim.Type).Sentence, tongue);
        var said = template.Replace("{subject}", nameOf(claim.Subject), StringComparison.Ordinal)
            .Replace("{object}", claim.Object is { } end ? nameOf(end) : "", StringComparison.Ordinal);
        var details = new List<string>();
        if (claim.Qualifiers[QualifierName.Title] is { } title) details.Add(title);
        if (claim.Qualifiers[QualifierName.State] is { } state && state != "CURRENT") details.Add(Term("POSITION_STATE", state, tongue));
        if (claim.Qualifiers[QualifierName.OnBehalfOf] is { } agent) details.Add((tongue == Tongue.Zh ? "代表" : "on behalf of ") + nameOf(new EntityId(agent)));
        if (claim.Qualifiers[QualifierName.Jointly] is not null) details.Add(tongue == Tongue.Zh ? "联合" : "jointly");
        if (claim.When is { } when) details.Add(Say(when, tongue));
        return details.Count == 0 ? said : tongue == Tongue.Zh ? $"{said}({string.Join(',', details)})" : $"{said} ({string.Join(", ", details)})";
    }

    private static string SayFigure(Figure figure, Func<EntityId, string> nameOf, Tongue tongue)
    {
        var about = figure.About is { } place ? (tongue == Tongue.Zh ? $"{nameOf(place)}的" : $"{nameOf(place)}, ") : "";
        return $"{nameOf(figure.Subject)}: {about}{figure.Measure} {figure.Printed}" + (figure.AsOf is { } day ? $" ({Say(day, tongue)})" : "");
    }

    private string SayRoster(Roster roster, Func<EntityId, string> nameOf, Tongue tongue)
    {
        var role = Pick(vocabulary.RelationType(roster.Role).Label, tongue);
        var closure = Term("CLOSURE", roster.Closure, tongue);
        return $"{nameOf(roster.Initiative)}: {role} “{roster.Raw}” ({closure})";
    }

    private string SayStatement(Claim claim, Func<EntityId, string> nameOf, Tongue tongue)
    {
        var q = claim.Qualifiers;
        var text = q[QualifierName.Paraphrase] is null && q[QualifierName.Text] is { } printed ? $"“{printed}”" : q[QualifierName.Text];
        if (claim.Type == StatementType.Quotation)
        {
            var verb = q[QualifierName.Verb] ?? (tongue == Tongue.Zh ? "说" : "said");
            var at = claim.Object is { } place ? (tongue == Tongue.Zh ? $"在{nameOf(place)}上" : $" at {nameOf(place)}") : "";
            return tongue == Tongue.Zh ? $"{nameOf(claim.Subject)}{at}{verb}: {text}" : $"{nameOf(claim.Subject)}{at} {verb}: {text}";
        }

        var label = claim.Type == StatementType.Attribute
            ? Term("ATTRIBUTE", q[QualifierName.Attribute] ?? "", tongue)
            : Term("STATEMENT_TYPE", claim.Type, tongue);
        var value = string.Join(' ', new[] { text, claim.When is { } when ? Say(when, tongue) : null }.OfType<string>());
        if (q[QualifierName.Attribute] == "LIFE_STATE" && q[QualifierName.Text] is { } state) value = Term("LIFE_STATE", state, tongue);
        if (q[QualifierName.Status] is { } status) value += $" ({Term("ACTIVITY_STATUS", status, tongue)})";
        return $"{nameOf(claim.Subject)}: {label} {value}".TrimEnd();
    }

    private static string Say(PartialDate date, Tongue tongue)
    {
        if (!date.IsInferred) return date.Text is not null && date.Date is not null && date.Precision == DatePrecision.None ? date.Text : date.Date ?? date.Text!;
        return tongue == Tongue.Zh ? $"{date.Date},推断" : $"{date.Date}, inferred";
    }

    private string Term(string list, string id, Tongue tongue) =>
        vocabulary.TermList(list).Terms.FirstOrDefault(t => t.Id == id) is { } term ? Pick(term.Label, tongue) : id;

    private static string Pick(Label label, Tongue tongue) => tongue == Tongue.Zh ? label.Zh : label.En;
}

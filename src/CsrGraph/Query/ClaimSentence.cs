using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Query;

/// <summary>What a claim reads as, in one sentence.</summary>
public sealed class ClaimSentence(VocabularyDefinition vocabulary)
{
    /// <summary>The sentence.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="subject">What its subject is called.</param>
    /// <param name="target">What its object is called, or null where it has none.</param>
    /// <param name="language">The sentence's language.</param>
    public string Of(Claim claim, string subject, string? target, ReadingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Kind switch
        {
            ClaimKind.Relation => Relation(claim, subject, target ?? "", language),
            ClaimKind.Figure => Figure(claim, subject, target, language),
            ClaimKind.Roster => Roster(claim, subject, language),
            ClaimKind.Credit => Credit(claim, subject, target ?? claim.Qualifiers[QualifierName.Printed] ?? "", language),
            _ => Statement(claim, subject, language),
        };
    }

    /// <summary>What a relation type is called in a language, from the subject's side; its id where the vocabulary has none.</summary>
    public string RoleName(string type, ReadingLanguage language) =>
        vocabulary.TryRelationType(type, out var known) ? In(known.Label, language) : type;

    private string Relation(Claim claim, string subject, string target, ReadingLanguage language)
    {
        var sentence = vocabulary.TryRelationType(claim.Type, out var type) ? In(type.Sentence, language) : $"{{subject}} {claim.Type} {{object}}";
        var text = sentence.Replace("{subject}", subject, StringComparison.Ordinal).Replace("{object}", target, StringComparison.Ordinal);
        if (claim.Qualifiers[QualifierName.Title] is { } title) text += language == ReadingLanguage.En ? $", as {title}" : $"（{title}）";
        return claim.Qualifiers[QualifierName.Certainty] == "UNCERTAIN" ? text + (language == ReadingLanguage.En ? " (left open by the text)" : "（存疑）") : text;
    }

    private static string Figure(Claim claim, string subject, string? about, ReadingLanguage language)
    {
        var figure = Model.Figure.Of(claim);
        var of = about is null ? "" : language == ReadingLanguage.En ? $" ({about})" : $"（{about}）";
        return language == ReadingLanguage.En ? $"{subject}{of}: {figure.Measure} {figure.Printed}" : $"{subject}{of}：{figure.Measure}{figure.Printed}";
    }

    private string Roster(Claim claim, string subject, ReadingLanguage language)
    {
        var roster = Model.Roster.Of(claim);
        return language == ReadingLanguage.En
            ? $"the roster '{roster.Raw}' of those who {RoleName(roster.Role, language)} {subject}"
            : $"{subject}的{RoleName(roster.Role, language)}名单：{roster.Raw}";
    }

    private string Credit(Claim claim, string document, string whom, ReadingLanguage language)
    {
        var role = vocabulary.TryTermList("CREDIT_ROLE", out var roles) && roles.Terms.FirstOrDefault(t => t.Id == claim.Type) is { } term
            ? In(term.Label, language)
            : claim.Type;
        return language == ReadingLanguage.En ? $"{document}: {role} {whom}" : $"{document}：{role}{whom}";
    }

    private static string Statement(Claim claim, string subject, ReadingLanguage language)
    {
        var what = claim.Qualifiers[QualifierName.Text] ?? claim.When?.ToString() ?? "";
        var head = claim.Type == StatementType.Quotation ? claim.Qualifiers[QualifierName.Verb] ?? "" : claim.Qualifiers[QualifierName.Attribute] ?? "";
        if (language == ReadingLanguage.Zh) return $"{subject}{head}：{what}";
        return head.Length == 0 ? $"{subject}: {what}" : $"{subject} {head}: {what}";
    }

    private static string In(Label label, ReadingLanguage language) => language == ReadingLanguage.En ? label.En : label.Zh;
}

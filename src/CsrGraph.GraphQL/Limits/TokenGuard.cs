using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.Exceptions;

namespace CsrGraph.GraphQL.Limits;

/// <summary>Reads a document token by token before it is parsed: counts, and blanks what the parser does not know yet.</summary>
internal static class TokenGuard
{
    /// <summary>
    /// Counts the tokens, and blanks descriptions of operations, fragments and variables, which the specification of September 2025 allows and the
    /// parser does not; every other character keeps its place.
    /// </summary>
    /// <returns>The document to be parsed.</returns>
    /// <exception cref="ApiError">There are too many.</exception>
    /// <exception cref="SyntaxError">There is something that is no token.</exception>
    public static string Read(string document, int maxTokens)
    {
        document = WithLineFeeds(document);
        var blanks = new List<Range>();
        var (count, depth) = (0, 0);
        var (previous, before) = (default(Token), default(Token));
        try
        {
            for (var at = 0; ;)
            {
                var token = Lexer.Lex(document, at);
                if (token.Kind == TokenKind.EOF) break;
                count++;
                at = token.End;
                if (token.Kind == TokenKind.COMMENT) continue;
                if (token.Kind is TokenKind.INT or TokenKind.FLOAT) RequireShort(token);
                // From the token before on: the lexer says of a block string that it begins after its second quotation mark.
                if (depth == 0 && previous.Kind == TokenKind.STRING && IsDescription(before, token)) blanks.Add(before.End..previous.End);
                depth += token.Kind switch { TokenKind.BRACE_L => 1, TokenKind.BRACE_R => -1, _ => 0 };
                (before, previous) = (previous, token);
            }
        }
        catch (GraphQLSyntaxErrorException e) when (count <= maxTokens)
        {
            throw new SyntaxError(e);
        }
        catch (GraphQLSyntaxErrorException)
        {
            // There are too many, whatever comes after the place that cannot be read.
        }

        ApiError.Require("tokens", count, maxTokens, static (asked, allowed) => $"the document has {asked} tokens; it may have {allowed} tokens");
        return blanks.Count == 0 ? document : Blank(document, blanks);
    }

    // The lexer cannot say where something is wrong after a carriage return that stands alone; both end a line.
    private static string WithLineFeeds(string document)
    {
        if (!document.Contains('\r', StringComparison.Ordinal)) return document;
        var text = document.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) text[i] = '\n';
        }

        return new string(text);
    }

    private static void RequireShort(Token number) => ApiError.Require(
        "digits", number.End - number.Start, StrictJson.MaxNumber,
        static (asked, allowed) => $"a number in the document has {asked} characters; it may have {allowed}");

    // In front of a definition, or of a variable; a default value stands after an equals sign and before a variable too.
    private static bool IsDescription(Token before, Token after) =>
        after.Kind == TokenKind.NAME ? before.Kind is default(TokenKind) or TokenKind.BRACE_R
        : after.Kind == TokenKind.DOLLAR && before.Kind != TokenKind.EQUALS;

    private static string Blank(string document, List<Range> blanks)
    {
        var text = document.ToCharArray();
        foreach (var blank in blanks)
        {
            foreach (ref var c in text.AsSpan(blank))
            {
                // Lines keep their numbers.
                if (c is not ('\n' or '\r')) c = ' ';
            }
        }

        return new string(text);
    }
}

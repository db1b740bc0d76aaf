using System.Net;
using System.Text.Json;
using Xunit;

namespace CsrGraph.Tests.Web;

/// <summary>The one shape that every error of the edge has.</summary>
internal static class ErrorShape
{
    public static async Task<string> RequireAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        var error = Assert.Single(Assert.Single(json.RootElement.EnumerateObject()).Value.EnumerateArray());
        Assert.Equal(["message", "extensions"], error.EnumerateObject().Select(m => m.Name));
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        var message = error.GetProperty("message").GetString()!;
        Assert.NotEmpty(message);
        return message;
    }
}

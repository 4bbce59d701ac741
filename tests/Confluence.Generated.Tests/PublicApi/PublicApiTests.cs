using Confluence.Generated.Tests.Conventions;
using Confluence.Tests;
using PublicApiGenerator;

namespace Confluence.Generated.Tests.PublicApi;

/// <summary>The public surface as text, one file for each namespace: what a reviewer reads when the documents change.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Json")]
    [InlineData("Retrieval")]
    [InlineData("V1")]
    [InlineData("V1.Models")]
    [InlineData("V2")]
    [InlineData("V2.Models")]
    public void The_public_surface_is_the_one_that_was_reviewed(string part)
    {
        string name = part.Length == 0 ? Surface.Root : $"{Surface.Root}.{part}";
        string text = typeof(ConfluenceClient).Assembly.GeneratePublicApi(new ApiGeneratorOptions
        {
            IncludeAssemblyAttributes = false,
            IncludeTypes = [.. Surface.Types.Where(type => type.Namespace == name && !type.IsNested)],
        });

        Verified.Text(text.ReplaceLineEndings("\n") + "\n", $"{name}.verified.txt");
    }
}

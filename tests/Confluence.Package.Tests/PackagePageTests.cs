namespace Confluence.Package.Tests;

/// <summary>The code on the pages of the packages is code that the tests compile and run.</summary>
public sealed class PackagePageTests(PackedFeed feed)
{
    [Theory]
    [InlineData("Confluence.Generated", "Reader")]
    [InlineData("Confluence.Sandbox", "Double")]
    public void Each_line_of_code_stands_in_the_consumer_in_the_same_order(string id, string consumer)
    {
        string[] code = [.. CodeOf(PackageFile.ReadText(feed.PathOf(id), "README.md"))];
        string[] program = [.. Consumer.ProgramOf(consumer).Split('\n').Select(static line => line.Trim())];

        Assert.NotEmpty(code);
        Assert.All(code.Where(IsUsing), line => Assert.Contains(line, program));
        int next = 0;
        foreach (string line in code.Where(static line => !IsUsing(line)))
        {
            int found = Array.IndexOf(program, line, next);
            Assert.True(found >= 0, $"The page of {id} has a line that the program of {consumer} lacks, or has elsewhere: {line}");
            next = found + 1;
        }
    }

    // A directive, not a declaration that disposes.
    private static bool IsUsing(string line) =>
        line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal);

    private static IEnumerable<string> CodeOf(string page)
    {
        bool isCode = false;
        foreach (string line in page.Split('\n').Select(static line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = line == "```csharp";
            }
            else if (isCode && line.Length > 0)
            {
                yield return line;
            }
        }
    }
}

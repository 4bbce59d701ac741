using Confluence.Cli.Texts;

namespace Confluence.Cli.Tests.Texts;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("Grüße, 世界 👋", "Grüße, 世界 👋")]
    [InlineData("a\tb\r\nc", "a b  c")]
    [InlineData("\u001b[31mred\u0007", " [31mred ")]
    [InlineData("\u009b2J", " 2J")]
    [InlineData("abc\u202Efdp.exe", "abc fdp.exe")]
    [InlineData("one\u2028two", "one two")]
    public void Characters_that_steer_a_terminal_become_spaces(string? text, string expected) => Assert.Equal(expected, SafeText.Of(text));
}

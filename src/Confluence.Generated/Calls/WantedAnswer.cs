namespace Confluence.Generated.Calls;

/// <summary>What kind of answer a call wants.</summary>
internal enum WantedAnswer
{
    Nothing,
    Json,
    Download,
}

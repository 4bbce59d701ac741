namespace Confluence.Generated.Calls;

/// <summary>The kind of answer that a call wants.</summary>
internal enum WantedAnswer
{
    Nothing,
    Json,
    Download,
}

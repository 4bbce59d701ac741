namespace Confluence.Generated.Requests;

/// <summary>
/// Prevents a write that must be sent once from being sent again. Resilience handlers do not treat it as transient, so they let it pass;
/// the transport translates it into a <see cref="ConfluenceOutcomeUnknownException"/>.
/// </summary>
internal sealed class RepeatedSendException() : ConfluenceException(
    "This request must not be sent a second time: it could be carried out twice. Turn off repetitions of unsafe methods in the handlers of the HttpClient that was given to the ConfluenceClient.");

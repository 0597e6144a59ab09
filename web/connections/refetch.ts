/** Whatever changes a connection asks its page again: most of what the page says follows from its runs. */
export const refetchConnection = { refetch: 'ConnectionPage' };
